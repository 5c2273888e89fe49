package dev.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed documents are what the records say. After a wanted change: {@code -Dcontracts.write=true} writes them. */
class ContractDocumentsTest {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path ASYNC_API = Path.of("../docs/asyncapi.yaml");

    static Stream<Golden.Type> types() {
        return Golden.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldCommitTheSchemaOfEveryEvent(Golden.Type type) throws IOException {
        var file = SCHEMAS.resolve(type.name() + ".json");
        var schema = ContractDocuments.schema(type);
        write(file, Golden.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");

        assertThat(Golden.JSON.readTree(file.toFile())).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldFindTheGoldenFilesValid(Golden.Type type) {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ContractDocuments.schema(type));

        for (var name : List.of("full", "minimal")) {
            assertThat(schema.validate(Golden.tree(Golden.file(type.name(), name))))
                    .isEmpty();
        }
        assertThat(schema.validate(Golden.JSON.createObjectNode())).isNotEmpty();
    }

    @Test
    void shouldCommitTheAsyncApiDocument() throws IOException {
        JsonNode document = ContractDocuments.asyncApi();
        write(ASYNC_API, YAML.writeValueAsString(document));

        assertThat(YAML.writeValueAsString(YAML.readTree(ASYNC_API.toFile())))
                .isEqualTo(YAML.writeValueAsString(document));
    }

    private static void write(Path file, String text) throws IOException {
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
