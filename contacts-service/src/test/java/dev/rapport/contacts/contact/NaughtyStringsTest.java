package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class NaughtyStringsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client alex = Client.inNewWorkspace();

    /** Text of the kinds that the Big List of Naughty Strings collects. */
    static List<String> naughty() {
        return List.of(
                "null",
                "undefined",
                "true",
                "0x0",
                "1e400",
                "NaN",
                "-1",
                "١٢٣",
                " leading and trailing ",
                "\t\r\n\u000b\f\u0085 \u2028\u2029",
                "\u0001\u0002\u001f\u007f",
                "\ufeff\ufffe\uffff",
                "' or 1=1 --",
                "\"; drop table contact; --",
                "\\",
                "\\\\",
                "\\u0000",
                "%",
                "_",
                "%s%n",
                "{0}",
                "${jndi:ldap://x}",
                "#{7*7}",
                "<script>alert(1)</script>",
                "&amp;&#0;",
                "../../etc/passwd",
                "$1",
                ":name",
                "?",
                "{}",
                "[]",
                "{\"a\":1}",
                "田中さんにあげて下さい",
                "和製漢語",
                "ﺍﻼﺴﺗِﻋَﺍﺪِﺗ",
                "בְּרֵאשִׁית",
                "\u202e\u202dRTL\u2069",
                "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
                "👩‍👩‍👧‍👦 🏳️‍🌈 👾 🇩🇪",
                "𝒳𠜎",
                "ＡＢＣ",
                "ẞßſ",
                "İı",
                "ﬀﬃ",
                "e\u0301é",
                "\u200b\u00ad",
                "a\u2400b");
    }

    @ParameterizedTest
    @MethodSource("naughty")
    void shouldGiveBackEveryByteWhenTextIsStorable(String text) throws JsonProcessingException {
        var contact = Map.of("displayName", "x" + text, "notes", text, "interests", List.of("x" + text));
        String id = alex.post(JSON.writeValueAsString(contact))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var read = body(alex.get(id));

        assertThat(read).containsEntry("displayName", "x" + text);
        assertThat(read).containsEntry("notes", text);
        assertThat(read).containsEntry("interests", List.of("x" + text));
        assertThat(alex.request().queryParam("q", text).get(Client.CONTACTS).statusCode())
                .isEqualTo(200);
        assertThat(alex.walk(Map.of("interest", "x" + text))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "a\\udc00", "\\udc00\\ud800", "\\ud83d"})
    void shouldNameTheFieldWhenTextCannotBeStored(String escaped) {
        refused(alex.post("{\"displayName\":\"" + escaped + "\"}"), "displayName");
        refused(alex.post("{\"displayName\":\"x\",\"interests\":[\"" + escaped + "\"]}"), "interests[0]");
        var id = alex.add(Map.of("displayName", "x"));
        refused(alex.patch(id, "*", "{\"notes\":\"" + escaped + "\"}"), "notes");
    }

    @Test
    void shouldAnswerAProblemWhenAQueryParameterCannotBeStored() {
        for (var name : List.of("q", "owner", "interest", "cursor")) {
            var answer = alex.request().urlEncodingEnabled(false).get(Client.CONTACTS + "?" + name + "=a%00b");

            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", hasItem(name));
        }
    }

    @Test
    void shouldRefuseTheBodyWhenItIsNotUtf8() {
        var bytes = "{\"displayName\":\"J\u00fcrgen\"}".getBytes(StandardCharsets.ISO_8859_1);

        alex.post(bytes).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 1_000, 100_000})
    void shouldRefuseTheBodyWhenItIsNestedTooDeep(int depth) throws IOException, InterruptedException {
        for (var bomb : List.of(
                "[".repeat(depth) + "]".repeat(depth),
                "{\"displayName\":" + "[".repeat(depth) + "]".repeat(depth) + "}",
                "{\"a\":".repeat(depth) + "1" + "}".repeat(depth))) {
            assertProblem(Client.CONTACTS, bomb);
            assertProblem(Client.CONTACTS + "/batch", "{\"items\":[" + bomb + "]}");
        }
    }

    /** Sent by hand: REST Assured indents every body for its log, which this one is made to explode. */
    private void assertProblem(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + alex.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private static void refused(Response answer, String field) {
        answer.then().statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }

    private static Map<String, Object> body(Response answer) throws JsonProcessingException {
        return JSON.readValue(new String(answer.asByteArray(), StandardCharsets.UTF_8), new TypeReference<>() {});
    }
}
