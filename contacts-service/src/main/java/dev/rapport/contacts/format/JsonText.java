package dev.rapport.contacts.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The JSON of files: strict, not deep, and numbers as they are written. */
final class JsonText {

    private static final int DEEPEST = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private JsonText() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** JSON on one line, without control characters. */
    static String write(JsonNode json) {
        return json.toString().replace("\u007f", "\\u007f");
    }

    /** What is wrong with a text that is no JSON, without quoting it. */
    static String message(JsonProcessingException fault) {
        var place = fault.getLocation();
        return place == null
                ? "is no JSON"
                : "is no JSON: see line " + place.getLineNr() + " of the record, column " + place.getColumnNr();
    }
}
