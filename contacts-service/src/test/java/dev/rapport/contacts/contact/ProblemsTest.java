package dev.rapport.contacts.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ProblemsTest {

    private final Client alex = Client.inNewWorkspace();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{", "", "nul", "{\"displayName\":\"x\",}", "{\"displayName\":\"x\"} {}", "{'displayName':'x'}",
                "{\"displayName\":\"x\",\"displayName\":\"y\"}", "\"text\"", "[]", "7", "null",
                        "{\"displayName\":\"a\tb\"}"
            })
    void shouldRefuseTheBodyWhenItIsNotOneJsonObject(String body) {
        problem(alex.post(body), 400, "invalid-request").body("violations[0].field", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"displayName":"x","relationship":"friend"}       | relationship        | must be one of
                    {"displayName":"x","relationship":"CLIENT"}       | relationship        | must be one of
                    {"displayName":"x","relationship":0}              | relationship        | must be one of
                    {"displayName":"x","relationship":""}             | relationship        | must be one of
                    {"displayName":7}                                 | displayName         | must be text
                    {"displayName":true}                              | displayName         | must be text
                    {"displayName":["x"]}                             | displayName         | must be text
                    {"displayName":{}}                                | displayName         | must be text
                    {"emails":"jane@example.org"}                     | emails              | must be an array
                    {"emails":[{"a":1}]}                              | emails[0]           | must be text
                    {"emails":["a@example.org","nonsense"]}           | emails[1]           | must be an email address
                    {"emails":["a@example.org",null]}                 | emails[1]           | must not be null
                    {"phones":["030 123456"]}                         | phones[0]           | must be a phone number
                    {"handles":["jane"]}                              | handles[0]          | must be network:name
                    {"displayName":"x","cadence":"P30D"}              | cadence             | must be an object
                    {"displayName":"x","cadence":{}}                  | cadence.ideal       | is required
                    {"displayName":"x","cadence":{"ideal":"30"}}      | cadence.ideal       | must be an ISO-8601 duration
                    {"displayName":"x","cadence":{"ideal":30}}        | cadence.ideal       | must be an ISO-8601 duration
                    {"displayName":"x","cadence":{"ideal":"P0D"}}     | cadence.ideal       | must be a period
                    {"displayName":"x","cadence":{"ideal":"P9D","longest":"P8D"}} | cadence.longest | must not be shorter
                    {"displayName":"x","cadence":{"ideal":"P9D","counting":["fax"]}} | cadence.counting[0] | must be one of
                    {"displayName":"x","timeZone":"Mars/Base"}        | timeZone            | must be an IANA time zone
                    {"displayName":"x","owner":"no such:member"}      | owner               | must be a member
                    {"displayName":"  "}                              | displayName         | must not be blank
                    {"displayName":"x","interests":[" "]}             | interests[0]        | must not be blank
                    {}                                                | displayName         | a contact needs
                    {"displayName":"x","id":"1"}                      | id                  | is not a known field
                    {"displayName":"x","workspaceId":"w"}             | workspaceId         | is not a known field
                    {"displayName":"x","createdAt":"2026-01-01T00:00:00Z"} | createdAt      | is not a known field
                    {"displayName":"x","version":3}                   | version             | is not a known field
                    {"displayName":"x","cadence":{"ideal":"P9D","x":1}} | cadence.x         | is not a known field
                    """)
    void shouldNameTheFieldWhenItIsNotValid(String body, String field, String message) {
        problem(alex.post(body), 400, "invalid-request")
                .body("violations.field", hasItem(field))
                .body("violations.message", hasItem(containsString(message)));
    }

    @Test
    void shouldNameEveryFieldWhenSeveralAreNotValid() {
        problem(alex.post(Map.of("displayName", " ", "title", " ", "timeZone", "x")), 400, "invalid-request")
                .body("violations.field", contains("displayName", "displayName", "timeZone", "title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1", "/nothing", "/v1/contacts/not-a-uuid", "/v1/contacts/batch/x"})
    void shouldAnswer404WhenThereIsNothingAtThePath(String path) {
        problem(alex.request().get(path), 404, "not-found");
    }

    @Test
    void shouldAnswer405WhenThePathDoesNotKnowTheMethod() {
        problem(
                alex.request().contentType(ContentType.JSON).body("{}").put(Client.CONTACTS),
                405,
                "method-not-allowed");
        problem(alex.request().delete(Client.CONTACTS), 405, "method-not-allowed");
    }

    @Test
    void shouldAnswer406WhenNoAcceptedMediaTypeCanBeHad() {
        problem(alex.request().accept("text/csv").get(Client.CONTACTS), 406, "not-acceptable");
    }

    @Test
    void shouldAnswer415WhenTheBodyIsOfAnotherMediaType() {
        problem(
                alex.request().contentType("text/plain").body("x").post(Client.CONTACTS),
                415,
                "unsupported-media-type");
        problem(
                alex.request().contentType(ContentType.XML).body("<a/>").post(Client.CONTACTS),
                415,
                "unsupported-media-type");
    }

    @Test
    void shouldAnswer413WhenTheBodyIsOverTheLimit() {
        problem(alex.post("{\"displayName\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}"), 413, "body-too-large");
    }

    @Test
    void shouldAnswer401WhenThereIsNoToken() {
        problem(given().get(Client.CONTACTS), 401, "unauthenticated").header("WWW-Authenticate", startsWith("Bearer"));
        problem(given().contentType(ContentType.JSON).body("{}").post(Client.CONTACTS), 401, "unauthenticated");
        problem(given().get(Client.CONTACTS + "/" + UUID.randomUUID()), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FORGED",
                "EXPIRED",
                "OTHER_AUDIENCE",
                "OTHER_ISSUER",
                "UNSIGNED",
                "SYMMETRIC",
                "NOT_YET_VALID",
                "GARBAGE"
            })
    void shouldAnswer401WhenTheTokenIsNotTrustworthy(BadToken token) {
        problem(given().auth().oauth2(token.text()).get(Client.CONTACTS), 401, "unauthenticated");
    }

    @Test
    void shouldAnswer403WhenTheTokenLacksTheScope() {
        var reader = StackTestResource.token(alex.workspace(), "alex", "contacts:read");
        var writer = StackTestResource.token(alex.workspace(), "alex", "contacts:write", "engagement:read");
        var id = alex.add(Map.of("displayName", "Jane"));
        var path = Client.CONTACTS + "/" + id;

        problem(json(reader).body("{\"displayName\":\"x\"}").post(Client.CONTACTS), 403, "forbidden");
        problem(json(reader).body("{\"items\":[]}").post(Client.CONTACTS + "/batch"), 403, "forbidden");
        problem(json(reader).header("If-Match", "*").body("{}").patch(path), 403, "forbidden");
        problem(json(reader).header("If-Match", "*").delete(path), 403, "forbidden");
        problem(json(writer).get(path), 403, "forbidden");
        problem(json(writer).get(Client.CONTACTS), 403, "forbidden");
        alex.get(id).then().header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_WORKSPACE", "WORKSPACE_LIST", "WORKSPACE_MALFORMED"})
    void shouldAnswer403WhenTheTokenDoesNotSayWhoAsks(BadToken token) {
        problem(json(token.text()).get(Client.CONTACTS + "/" + UUID.randomUUID()), 403, "forbidden");
        problem(json(token.text()).body("{\"displayName\":\"x\"}").post(Client.CONTACTS), 403, "forbidden");
    }

    @Test
    void shouldAnswer403WhenTheTokenDoesNotSayWhoseTheContactWouldBe() {
        problem(
                json(BadToken.NO_SUBJECT.text()).body("{\"displayName\":\"x\"}").post(Client.CONTACTS),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "\"1\" x", "W/1", "\"1\",,"})
    void shouldNameTheHeaderWhenIfMatchIsMalformed(String etag) {
        var id = alex.add(Map.of("displayName", "Jane"));

        problem(alex.delete(id, etag), 400, "invalid-request").body("violations.field", contains("If-Match"));
    }

    private static io.restassured.specification.RequestSpecification json(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static ValidatableResponse problem(Response answer, int status, String type) {
        assertThat(answer.asString()).doesNotContain("Exception", "dev.rapport", "\tat ");
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:" + type))
                .body("title", not(equalTo("")))
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }
}
