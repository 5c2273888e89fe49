package dev.rapport.contacts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.contacts.Merges;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactErasureTest {

    private final Client alex = Client.inNewWorkspace();

    @Inject
    Merges merges;

    @Inject
    StoredRows stored;

    @Test
    void shouldTellWhoHasForgottenWhenAContactIsErased() {
        var id = alex.add(Map.of("displayName", "Jane"));

        var answer = erase(alex, id, "\"1\"");

        String erasure = answer.path("id");
        answer.then()
                .statusCode(202)
                .header("Location", endsWith("/v1/erasures/" + erasure))
                .body("contacts", contains(id))
                .body("workspace", equalTo(false))
                .body("requestedBy", equalTo("alex"))
                .body("complete", equalTo(false))
                .body("receipts.service", contains("contacts-service", "engagement-service", "notifier-service"))
                .body("receipts.complete", contains(true, false, false))
                .body("receipts[0].erasedAt", equalTo(answer.path("requestedAt")))
                .body("receipts[1].erasedAt", nullValue());
        assertThat(alex.request().get("/v1/erasures/" + erasure).asString()).isEqualTo(answer.asString());
        alex.get(id).then().statusCode(404);
        alex.request().get(Client.CONTACTS + "/" + id + "/history").then().statusCode(404);
        await().untilAsserted(
                        () -> assertThat(ContactTopic.events(alex.workspace())).hasSize(2));
        assertThat(ContactTopic.events(alex.workspace()).get(1).data())
                .isInstanceOfSatisfying(ContactErased.class, event -> {
                    assertThat(event.contactId()).hasToString(id);
                    assertThat(event.version()).isEqualTo(2);
                    assertThat(event.erasureId()).hasToString(erasure);
                });
    }

    @Test
    void shouldKeepNothingOfAPersonWhenItIsErased() throws SQLException {
        var marker = "xq" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        var id = full(marker);
        alex.patch(id, "\"1\"", Map.of("title", "Title" + marker + "later", "notes", "Notes of " + marker));
        alex.delete(id, "\"2\"");
        alex.request().post(Client.CONTACTS + "/" + id + "/restore").then().statusCode(200);
        var merged = alex.add(Map.of("displayName", marker + " Junior"));
        merges.merge(alex, merged, id);
        assertThat(stored.having(marker)).contains("contact", "contact_change", "contact_word", "idempotency_key");

        erase(alex, id, "\"4\"").then().statusCode(202).body("contacts", containsInAnyOrder(id, merged));

        await().untilAsserted(() -> assertThat(stored.having(marker)).isEmpty());
    }

    @Test
    void shouldKeepTheWordsThatOthersAreCalledByWhenAContactIsErased() throws SQLException {
        var word = "xq" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
        var jane = alex.add(Map.of("displayName", "Jane " + word));
        var john = alex.add(Map.of("displayName", "John " + word));

        erase(alex, jane, "\"1\"").then().statusCode(202);

        assertThat(stored.list("select word from contact_word where workspace_id = '%s' order by 1"
                        .formatted(alex.workspace())))
                .containsExactly("john", word);
        assertThat(alex.walk(Map.of("q", word))).containsExactly(john);
    }

    @Test
    void shouldEraseTheWholePersonWhenContactsWereMerged() {
        var first = alex.add(Map.of("displayName", "J. Doe"));
        var second = alex.add(Map.of("displayName", "Jane D."));
        var survivor = alex.add(Map.of("displayName", "Jane Doe"));
        var other = alex.add(Map.of("displayName", "John"));
        merges.merge(alex, first, second);
        merges.merge(alex, second, survivor);

        erase(alex, second, "*").then().statusCode(202).body("contacts", containsInAnyOrder(first, second, survivor));

        alex.get(survivor).then().statusCode(404);
        alex.get(first).then().statusCode(404);
        alex.get(other).then().statusCode(200);
    }

    @Test
    void shouldEraseOutOfTheBinWhenAsked() {
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.delete(id, "\"1\"");

        erase(alex, id, "\"1\"").then().statusCode(412);
        erase(alex, id, "\"2\"").then().statusCode(202);

        alex.request().get("/v1/contact-bin").then().body("items.size()", equalTo(0));
        alex.request().post(Client.CONTACTS + "/" + id + "/restore").then().statusCode(404);
    }

    @Test
    void shouldClearWhoIntroducedOthersWhenAContactIsErased() {
        var introducer = alex.add(Map.of("displayName", "Introducer"));
        var met = alex.add(Map.of("displayName", "Jane", "introducedBy", introducer));

        String erasure = erase(alex, introducer, "\"1\"").path("id");

        alex.get(met).then().statusCode(200).body("introducedBy", nullValue()).header("ETag", "\"2\"");
        alex.request()
                .get(Client.CONTACTS + "/" + met + "/history")
                .then()
                .body("items[0].cause", equalTo("erasure"))
                .body("items[0].causeId", equalTo(erasure));
    }

    @Test
    void shouldRefuseWhenTheContactIsUnknownStaleOrUnguarded() {
        var id = alex.add(Map.of("displayName", "Jane"));
        var stranger = Client.inNewWorkspace();

        erase(alex, id, "\"7\"").then().statusCode(412);
        alex.request().delete(Client.CONTACTS + "/" + id + "?erase=true").then().statusCode(428);
        erase(stranger, id, "*").then().statusCode(404);
        assertThat(erase(stranger, id, "*").asString())
                .isEqualTo(erase(stranger, UUID.randomUUID().toString(), "*").asString());
        alex.get(id).then().statusCode(200).header("ETag", "\"1\"");
        erase(alex, id, "*").then().statusCode(202);
        erase(alex, id, "*").then().statusCode(404);
    }

    @Test
    void shouldNotBringTheContactBackWhenItsCreationIsRepeated() {
        var key = UUID.randomUUID().toString();
        String id = addWithKey(key, Map.of("displayName", "Jane")).path("id");
        erase(alex, id, "\"1\"").then().statusCode(202);

        addWithKey(key, Map.of("displayName", "Jane"))
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:gone"));

        assertThat(alex.walk(Map.of())).isEmpty();
    }

    private String full(String marker) {
        return addWithKey(
                        UUID.randomUUID().toString(),
                        Map.of(
                                "givenName",
                                marker,
                                "familyName",
                                marker + "son",
                                "nickname",
                                "The " + marker,
                                "emails",
                                List.of(marker + "@example.org"),
                                "handles",
                                List.of("linkedin:" + marker),
                                "organization",
                                "Org " + marker,
                                "interests",
                                List.of("int" + marker),
                                "notes",
                                "note " + marker,
                                "postalAddresses",
                                List.of(Map.of("street", "Street " + marker)),
                                "websites",
                                List.of("https://" + marker + ".example.org")))
                .path("id");
    }

    private Response addWithKey(String key, Object body) {
        return alex.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Client.CONTACTS);
    }

    private static Response erase(Client client, String id, String etag) {
        return client.request().header("If-Match", etag).delete(Client.CONTACTS + "/" + id + "?erase=true");
    }
}
