package dev.rapport.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.Problem.Violation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"title":"x","notes":"y"}                     | title                 | true  | {"notes":"y"}
                    {"emails":["a","b","c"]}                      | emails[0] emails[2]   | true  | {"emails":["b"]}
                    {"emails":["a","b"],"labels":{"a":"x","b":"y"}} | emails[1]           | true  | {"emails":["a"],"labels":{"a":"x"}}
                    {"customFields":{"a":1,"b":2}}                | customFields.a        | true  | {"customFields":{"b":2}}
                    {"customFields":{"a.b":1}}                    | customFields.a.b      | true  | {"customFields":{}}
                    {"postalAddresses":[{"country":"x"},{}]}      | postalAddresses[0].country | true | {"postalAddresses":[{}]}
                    {"cadence":{"ideal":"x"}}                     | cadence.longest       | true  | {}
                    {"notes":"y"}                                 | displayName           | false | {"notes":"y"}
                    {"notes":"y"}                                 | body                  | false | {"notes":"y"}
                    """)
    void shouldTakeOutWhatIsNamedAndNoMore(String contact, String fields, boolean isDropped, String rest)
            throws JsonProcessingException {
        var tree = (ObjectNode) JSON.readTree(contact);
        var violations =
                Stream.of(fields.split(" ")).map(it -> new Violation(it, "bad")).toList();

        assertThat(Drops.apply(tree, violations)).isEqualTo(isDropped);

        assertThat(tree).isEqualTo(JSON.readTree(rest));
    }
}
