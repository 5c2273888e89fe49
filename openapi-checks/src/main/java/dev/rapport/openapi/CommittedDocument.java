package dev.rapport.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document of a service that the project keeps, for those who build clients.
 *
 * @param file where it is kept, as YAML
 */
public record CommittedDocument(Path file) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private static final ObjectMapper SORTED = YAML.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** The document of a service, seen from the folder of its module. */
    public static CommittedDocument of(String service) {
        return new CommittedDocument(Path.of("..", "docs", "openapi", service + ".yaml"));
    }

    /** Keeps a document instead, when the system property {@code contracts.write} is true. */
    public void renew(String served) throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, YAML.writeValueAsString(new ObjectMapper().readTree(served)));
        }
    }

    /** The kept document with its keys in order, to be compared with {@link #normal another}. */
    public String normal() throws IOException {
        return normal(Files.readString(file));
    }

    /** A document, JSON or YAML, as YAML with its keys in order. */
    public static String normal(String document) throws JsonProcessingException {
        return SORTED.writeValueAsString(SORTED.readValue(document, Object.class));
    }
}
