package dev.rapport.contacts.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.contacts.Merges;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactBinTest {

    private static final String BIN = "/v1/contact-bin";

    private final Client alex = Client.inNewWorkspace();

    @Inject
    Merges merges;

    @Inject
    DataSource database;

    @Test
    void shouldListTheLastDeletedFirstWhenContactsAreInTheBin() {
        var deleted = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var id = alex.add(Map.of("displayName", "Contact " + i));
            deleted.add(0, id);
            alex.delete(id, "\"1\"").then().statusCode(204);
        }
        alex.add(Map.of("displayName", "present"));
        var merged = alex.add(Map.of("displayName", "merged"));
        merges.merge(alex, merged, alex.add(Map.of("displayName", "survivor")));

        var ids = new ArrayList<String>();
        String next = null;
        do {
            var request = alex.request().queryParam("limit", 2);
            var page = (next == null ? request : request.queryParam("cursor", next)).get(BIN);
            page.then().statusCode(200).body("items[0].deletedAt", notNullValue());
            ids.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(ids).containsExactlyElementsOf(deleted);
        Client.inNewWorkspace().request().get(BIN).then().statusCode(200).body("items.size()", equalTo(0));
        alex.request().queryParam("cursor", "nonsense").get(BIN).then().statusCode(400);
    }

    @Test
    void shouldBeAsBeforeWhenAContactIsRestored() {
        var before = Map.of("displayName", "Jane", "emails", List.of("jane@example.org"), "notes", "met in Oslo");
        var id = alex.add(before);
        alex.delete(id, "\"1\"");

        restore(alex, id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("emails", contains("jane@example.org"))
                .body("notes", equalTo("met in Oslo"))
                .body("deletedAt", nullValue());

        alex.get(id).then().statusCode(200).body("version", equalTo(3));
        assertThat(alex.walk(Map.of("q", "oslo"))).containsExactly(id);
        alex.request().get(BIN).then().body("items.size()", equalTo(0));
        await().untilAsserted(() -> assertThat(ContactTopic.events(alex.workspace()))
                .extracting(event -> (Class) event.data().getClass())
                .containsExactly(ContactChanged.class, ContactDeleted.class, ContactChanged.class));
    }

    @Test
    void shouldLeaveOutWhatIsGoneWhenAContactIsRestored() throws SQLException {
        var kept = circle();
        var gone = circle();
        var introducer = alex.add(Map.of("displayName", "Introducer"));
        var id = alex.add(Map.of("displayName", "Jane", "circles", List.of(kept, gone), "introducedBy", introducer));
        alex.delete(id, "\"1\"");
        run("delete from circle where id = '%s'", gone);
        alex.delete(introducer, "\"1\"");

        restore(alex, id).then().statusCode(200).body("circles", contains(kept)).body("introducedBy", nullValue());
    }

    @Test
    void shouldRefuseWhenTheContactIsNotInTheBin() {
        var present = alex.add(Map.of("displayName", "Jane"));
        var merged = alex.add(Map.of("displayName", "Janet"));
        merges.merge(alex, merged, present);
        var deleted = alex.add(Map.of("displayName", "John"));
        alex.delete(deleted, "\"1\"");
        var stranger = Client.inNewWorkspace();
        var unknown = UUID.randomUUID().toString();

        restore(alex, present).then().statusCode(404);
        restore(alex, merged).then().statusCode(409).contentType("application/problem+json");
        restore(stranger, deleted).then().statusCode(404);
        assertThat(restore(stranger, deleted).asString())
                .isEqualTo(restore(stranger, unknown).asString());
        alex.get(deleted).then().statusCode(404);
    }

    @Test
    void shouldRestoreOnceWhenTheRequestIsRepeatedWithItsKey() {
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.delete(id, "\"1\"");
        var key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            alex.request()
                    .header("Idempotency-Key", key)
                    .post(Client.CONTACTS + "/" + id + "/restore")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"3\"");
        }
    }

    @Test
    void shouldEraseContactsWhenTheirTimeInTheBinIsOver() throws SQLException {
        var overdue = alex.add(Map.of("displayName", "Overdue"));
        var recent = alex.add(Map.of("displayName", "Recent"));
        alex.delete(overdue, "\"1\"");
        alex.delete(recent, "\"1\"");
        run("update contact set deleted_at = now() - interval '29 days' where id = '%s'", recent);
        run("update contact set deleted_at = now() - interval '31 days' where id = '%s'", overdue);

        await().untilAsserted(() -> alex.request().get(BIN).then().body("items.id", contains(recent)));

        restore(alex, overdue).then().statusCode(404);
        alex.request()
                .get("/v1/erasures")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].requestedBy", equalTo("rapport"))
                .body("items[0].contacts", contains(overdue));
        await().untilAsserted(() -> assertThat(ContactTopic.events(alex.workspace()))
                .filteredOn(event -> event.data() instanceof ContactErased)
                .extracting(event -> event.data().contactId().toString())
                .containsExactly(overdue));
    }

    private static Response restore(Client client, String id) {
        return client.request().post(Client.CONTACTS + "/" + id + "/restore");
    }

    private String circle() throws SQLException {
        var id = UUID.randomUUID().toString();
        run("""
                insert into circle (workspace_id, id, name, priority, version, created_at, updated_at)
                values ('%s', '%s', '%s', 0, 1, now(), now())""", alex.workspace(), id, id);
        return id;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(values));
        }
    }
}
