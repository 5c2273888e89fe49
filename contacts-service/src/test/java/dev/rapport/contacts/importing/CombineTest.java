package dev.rapport.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                     | {"title":"CTO"}                       | {"title":"CTO"}
                    {"title":"CEO"}                        | {"title":"CTO"}                       | {"title":"CEO"}
                    {"emails":["a","b"]}                   | {"emails":["b","c"]}                  | {"emails":["a","b","c"]}
                    {"givenName":"Jane"}                   | {"displayName":"JD"}                  | {"givenName":"Jane"}
                    {"organization":"Acme"}                | {"displayName":"JD"}                  | {"organization":"Acme","displayName":"JD"}
                    {"relationship":"other"}               | {"relationship":"client"}             | {"relationship":"client"}
                    {"relationship":"peer"}                | {"relationship":"client"}             | {"relationship":"peer"}
                    {"owner":"alex"}                       | {"owner":"kim"}                       | {"owner":"alex"}
                    {"customFields":{"a":1}}               | {"customFields":{"a":2,"b":3}}        | {"customFields":{"a":1,"b":3}}
                    {"emails":["a"],"labels":{"a":"work"}} | {"emails":["b"],"labels":{"a":"x","b":"y"}} | {"emails":["a","b"],"labels":{"a":"work","b":"y"}}
                    {"displayName":"JD"}                   | {"displayName":null}                  | {"displayName":"JD"}
                    """)
    void shouldOnlyFillWhatIsEmpty(String known, String stated, String filled) throws JsonProcessingException {
        assertThat(Combine.fill(tree(known), tree(stated))).isEqualTo(tree(filled));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"title":"CEO","notes":"x"}            | {"title":"CTO"}                       | {"title":"CTO","notes":"x"}
                    {"emails":["a","b"]}                   | {"emails":["b","c"]}                  | {"emails":["b","c"]}
                    {"circles":["a"]}                      | {"circles":["b"]}                     | {"circles":["a","b"]}
                    {"owner":"alex"}                       | {"owner":"kim"}                       | {"owner":"kim"}
                    {"customFields":{"a":1}}               | {"customFields":{"a":2,"b":3}}        | {"customFields":{"a":2,"b":3}}
                    {"emails":["a"],"labels":{"a":"work"}} | {"emails":["b"],"labels":{"b":"y"}}   | {"emails":["b"],"labels":{"b":"y"}}
                    {"displayName":"JD"}                   | {"displayName":null}                  | {}
                    """)
    void shouldApplyWhatTheFileStates(String known, String stated, String written) throws JsonProcessingException {
        assertThat(Combine.overwrite(tree(known), tree(stated))).isEqualTo(tree(written));
    }

    private static ObjectNode tree(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json);
    }
}
