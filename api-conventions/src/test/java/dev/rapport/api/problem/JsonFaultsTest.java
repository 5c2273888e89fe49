package dev.rapport.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultsTest {

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.INDENT_OUTPUT);

    enum Colour {
        RED,
        BLUE
    }

    record Wall(Colour colour, int height, List<Wall> next) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":\"GREEN\"} | colour | must be one of RED, BLUE",
                "{\"height\":\"tall\"} | height | must be a number",
                "{\"next\":[{},{\"height\":[]}]} | next[1].height | must be a number",
                "{\"next\":{}} | next | must be an array",
                "{\"width\":1} | width | is not a known field; known are colour, height, next",
                "[] | body | must be an object",
                "{\"height\": | body | must be well-formed JSON: see at line 1, column 11"
            })
    void shouldNameTheFieldAndHowToMendIt(String json, String field, String message) {
        var problem = JsonFaults.problem(fault(json));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).containsExactly(new Problem.Violation(field, message));
    }

    private static JsonProcessingException fault(String json) {
        try {
            JSON.readValue(json, Wall.class);
            throw new AssertionError("was read: " + json);
        } catch (JsonProcessingException e) {
            return e;
        }
    }
}
