package dev.rapport.engagement.format.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rapport.engagement.format.EngagementFileReader;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.ReaderSettings;
import dev.rapport.engagement.format.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** Reads the bodies of {@code POST /v1/interactions}, one a line; as strict as the API about names and types. */
public final class NdjsonReader implements EngagementFileReader {

    private static final int LONGEST_LINE = 1 << 18;
    private static final int DEEPEST = 50;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(
                    DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                    DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private final TextLines lines;
    private final ReaderSettings settings;

    private NdjsonReader(TextLines lines, ReaderSettings settings) {
        this.lines = lines;
        this.settings = settings;
    }

    /** Reads a file. */
    public static NdjsonReader of(InputStream file, ReaderSettings settings) throws IOException {
        return new NdjsonReader(new TextLines(file, LONGEST_LINE), settings);
    }

    @Override
    public FileRecord next() throws IOException {
        var line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        long number = lines.number();
        if (lines.isCut()) {
            return new FileRecord.Faulty(number, "ndjson", "the line has more than " + LONGEST_LINE + " bytes");
        }
        try {
            var stated = JSON.readValue(line, StatedInteraction.class);
            var found = stated == null ? null : stated.check(settings);
            return stated == null
                    ? new FileRecord.Faulty(number, "ndjson", "the line is null; a JSON object is needed")
                    : found == null
                            ? new FileRecord.Ignored(number, IgnoredReason.NOBODY_ELSE, "names nobody but the member")
                            : new FileRecord.Found(number, found);
        } catch (JsonProcessingException e) {
            return new FileRecord.Faulty(number, path(e), reason(e));
        } catch (FaultyField e) {
            return new FileRecord.Faulty(number, e.field(), e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static String path(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(it -> it.getFieldName() == null ? String.valueOf(it.getIndex()) : it.getFieldName())
                    .collect(Collectors.joining("."));
        }
        return "ndjson";
    }

    /** The first sentence of the library's message, without the text of the file that it quotes. */
    private static String reason(JsonProcessingException fault) {
        if (path(fault).equals("ndjson")) {
            return "is no JSON object";
        }
        return fault instanceof UnrecognizedPropertyException
                ? "is no field of an interaction"
                : "has a value of another type or form";
    }
}
