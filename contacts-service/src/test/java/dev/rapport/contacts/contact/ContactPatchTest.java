package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactPatchTest {

    private static final String V1 = "\"1\"";

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldChangeOnlyWhatThePatchNames() {
        var id = addJane();

        alex.patch(id, V1, "{\"title\":\"CEO\",\"cadence\":{\"ideal\":\"P14D\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("CEO"))
                .body("organization", equalTo("Acme"))
                .body("cadence.ideal", equalTo("P14D"))
                .body("cadence.longest", equalTo("P45D"))
                .body("cadence.counting", contains("call", "meeting"))
                .body("emails", contains("jane@example.org"));
    }

    @Test
    void shouldClearAFieldWhenThePatchSaysNull() {
        var id = addJane();

        alex.patch(id, V1, "{\"title\":null,\"cadence\":null,\"phones\":null,\"relationship\":null,\"timeZone\":null}")
                .then()
                .statusCode(200)
                .body("title", nullValue())
                .body("cadence", nullValue())
                .body("phones", empty())
                .body("relationship", equalTo("other"))
                .body("timeZone", nullValue());
    }

    @Test
    void shouldReplaceAnArrayAsAWhole() {
        var id = addJane();

        alex.patch(id, V1, Map.of("emails", List.of("j.doe@example.org", "J.Doe@example.org")))
                .then()
                .statusCode(200)
                .body("emails", contains("j.doe@example.org"));
    }

    @Test
    void shouldFollowTheNamesWhenNoDisplayNameWasChosen() {
        var id = addJane();

        alex.patch(id, V1, "{\"familyName\":\"Smith\"}").then().body("displayName", equalTo("Jane Smith"));
        alex.patch(id, "\"2\"", "{\"displayName\":\"JS\"}").then().body("displayName", equalTo("JS"));
        alex.patch(id, "\"3\"", "{\"familyName\":\"Doe\"}").then().body("displayName", equalTo("JS"));
        alex.patch(id, "\"4\"", "{\"displayName\":null}").then().body("displayName", equalTo("Jane Doe"));
    }

    @Test
    void shouldKeepTheVersionWhenThePatchChangesNothing() {
        var id = addJane();
        var before = alex.get(id).asString();

        var answer = alex.patch(
                id, V1, "{\"title\":\"Head of Purchasing\",\"notes\":null,\"emails\":[\"JANE@example.org\"]}");

        answer.then().statusCode(200).header("ETag", V1);
        assertThat(answer.asString()).isEqualTo(before);
        alex.patch(id, V1, "{}").then().statusCode(200).header("ETag", V1);
    }

    @Test
    void shouldRefuseThePatchWhenItsResultIsNoContact() {
        var id = alex.add(Map.of("givenName", "Jane"));

        alex.patch(id, V1, "{\"givenName\":null}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("displayName"));
        alex.patch(id, V1, "{\"id\":\"x\"}").then().statusCode(400).body("violations.field", contains("id"));
        alex.patch(id, V1, "{\"cadence\":{\"longest\":\"P1D\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("cadence.ideal"));
        alex.patch(id, V1, "{\"cadence\":{\"ideal\":\"P2D\",\"longest\":\"P1D\"}}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("cadence.longest"));
        alex.patch(id, V1, "[1]").then().statusCode(400).body("violations.field", contains("body"));
        alex.get(id).then().header("ETag", V1).body("givenName", equalTo("Jane"));
    }

    @Test
    void shouldTakePlainJsonWhenAClientCannotSayMergePatch() {
        var id = addJane();

        alex.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"title\":\"CEO\"}")
                .patch(Client.CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("CEO"));
    }

    @Test
    void shouldLetExactlyOneWinWhenManyChangeTheSameVersion() {
        var id = addJane();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> alex.patch(id, V1, Map.of("title", "title " + i))
                                    .statusCode(),
                            pool))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnly(200, 412)
                    .containsOnlyOnce(200);
        } finally {
            pool.shutdownNow();
        }
        alex.get(id).then().header("ETag", "\"2\"");
    }

    private String addJane() {
        return alex.post(ContactExamples.NEW_CONTACT)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
