package dev.rapport.contacts.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class MergeTest {

    private final MergeClient alex = MergeClient.inNewWorkspace();
    private final Client member = alex.member();

    @Test
    void shouldUniteTheContactsAndSendTheOldIdsOn() {
        var jane = member.add(Map.of("givenName", "Jane", "emails", List.of("a@example.org"), "title", "CTO"));
        var doe = member.add(Map.of("familyName", "Doe", "emails", List.of("b@example.org"), "title", "CEO"));
        var jd = member.add(Map.of("displayName", "JD", "phones", List.of("+4930123456"), "notes", "likes tea"));

        var answer = alex.merge(jane, Map.of("contacts", List.of(doe, jd), "choose", Map.of("title", doe)));

        answer.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Location", endsWith("/v1/merges/" + answer.path("mergeId")))
                .body("id", equalTo(jane))
                .body("displayName", equalTo("Jane Doe"))
                .body("emails", contains("a@example.org", "b@example.org"))
                .body("phones", contains("+4930123456"))
                .body("notes", equalTo("likes tea"))
                .body("title", equalTo("CEO"));
        assertThat(member.walk(Map.of())).containsExactly(jane);
        assertThat(member.walk(Map.of("address", "b@example.org"))).containsExactly(jane);
        assertLeadsTo(doe, jane);
        assertLeadsTo(jd, jane);
    }

    @Test
    void shouldSendOldIdsOnOverAnyNumberOfMerges() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var three = member.add(Map.of("displayName", "Three"));

        alex.merged(two, one);
        alex.merged(three, two);

        assertLeadsTo(one, three);
        assertLeadsTo(two, three);
        member.request()
                .redirects()
                .follow(false)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("contacts", List.of(UUID.randomUUID().toString())))
                .post(Client.CONTACTS + "/" + one + "/merge")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/contacts/" + three + "/merge"));
    }

    @Test
    void shouldRefuseWhatCannotBeMerged() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var merged = member.add(Map.of("displayName", "Three"));
        var deleted = member.add(Map.of("displayName", "Four"));
        var foreign = Client.inNewWorkspace().add(Map.of("displayName", "Five"));
        alex.merged(two, merged);
        member.delete(deleted, "*");

        alex.merge(one, Map.of("contacts", List.of(merged)))
                .then()
                .statusCode(409)
                .body("detail", containsString(two));
        alex.merge(one, Map.of("contacts", List.of(deleted))).then().statusCode(404);
        alex.merge(one, Map.of("contacts", List.of(foreign))).then().statusCode(404);
        alex.merge(foreign, Map.of("contacts", List.of(one))).then().statusCode(404);
        alex.merge(deleted, Map.of("contacts", List.of(one))).then().statusCode(404);
        alex.merge(one, Map.of("contacts", List.of(one)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("contacts"));
        alex.merge(one, Map.of("contacts", List.of())).then().statusCode(400);
        alex.merge(one, Map.of("contacts", List.of(two), "choose", Map.of("shoe", two, "title", deleted)))
                .then()
                .statusCode(400)
                .body("violations.field", not(empty()));
        assertThat(member.walk(Map.of())).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void shouldGuardTheVersions() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var path = Client.CONTACTS + "/" + one + "/merge";
        var body = Map.of("contacts", List.of(two));

        member.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(428);
        member.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(412);
        alex.merge(one, Map.of("contacts", List.of(two), "versions", Map.of(two, 7)))
                .then()
                .statusCode(412);
        alex.merge(one, Map.of("contacts", List.of(two), "versions", Map.of(two, 1)))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldSayWhatIsTooMuchWhenTheyAreTooLongTogether() {
        var one = member.add(Map.of("emails", emails("a")));
        var two = member.add(Map.of("emails", emails("b")));

        alex.merge(one, Map.of("contacts", List.of(two)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("emails"))
                .body("violations[0].message", containsString("together"));
        alex.merge(one, Map.of("contacts", List.of(two), "choose", Map.of("emails", two)))
                .then()
                .statusCode(200)
                .body("emails.size()", equalTo(30));
    }

    @Test
    void shouldMergeOnceWhenTheRequestIsRepeatedWithItsKey() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));

        var first = keyed(one, two);
        var second = keyed(one, two);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<String>path("mergeId")).isEqualTo(first.path("mergeId"));
        member.request().get("/v1/merges").then().body("items.id", contains(first.<String>path("mergeId")));
    }

    @Test
    void shouldListMergesNewestFirst() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var three = member.add(Map.of("displayName", "Three"));
        var four = member.add(Map.of("displayName", "Four"));
        var first = alex.merged(one, two);
        var second = alex.merged(four, three);

        member.request().get("/v1/merges").then().statusCode(200).body("items.id", contains(second, first));
        member.request().get("/v1/merges?contact=" + two).then().body("items.id", contains(first));
        member.request().get("/v1/merges?contact=" + four).then().body("items.id", contains(second));
        String cursor = member.request().get("/v1/merges?limit=1").path("next");
        member.request().get("/v1/merges?limit=1&cursor=" + cursor).then().body("items.id", contains(first));
        member.request()
                .get("/v1/merges/" + first)
                .then()
                .statusCode(200)
                .body("survivor", equalTo(one))
                .body("contacts", contains(two))
                .body("member", equalTo("alex"))
                .body("undoable", equalTo(true));
        Client.inNewWorkspace().request().get("/v1/merges/" + first).then().statusCode(404);
    }

    private Response keyed(String one, String two) {
        return member.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "key-" + one)
                .body(Map.of("contacts", List.of(two)))
                .post(Client.CONTACTS + "/" + one + "/merge");
    }

    /** By every method, with what was asked for. */
    private void assertLeadsTo(String old, String survivor) {
        for (var method : List.of("GET", "DELETE", "PATCH", "PUT")) {
            var request = member.request().redirects().follow(false).header("If-Match", "*");
            if (method.startsWith("P")) {
                request.contentType(ContentType.JSON).body("{}");
            }
            request.request(method, Client.CONTACTS + "/" + old + "?x=1")
                    .then()
                    .statusCode(308)
                    .header("Location", endsWith("/v1/contacts/" + survivor + "?x=1"));
        }
    }

    private static List<String> emails(String prefix) {
        return IntStream.range(0, 30).mapToObj(i -> prefix + i + "@example.org").toList();
    }
}
