package dev.rapport.contacts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ErasureEvent.WorkspaceErased;
import dev.rapport.stack.StackTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class WorkspaceErasureTest {

    private final Client alex = admin();

    @Inject
    StoredRows stored;

    @Inject
    EraseWorkspace erase;

    @Inject
    OnBehalf onBehalf;

    @Test
    void shouldDeleteEverythingOfTheWorkspaceButTheErasureWhenItIsErased() throws SQLException {
        var ids = someOfEverything();
        var bystander = Client.inNewWorkspace();
        var theirs = bystander.add(Map.of("displayName", "Stays"));
        assertThat(stored.of(alex.workspace()))
                .contains(
                        "circle",
                        "contact",
                        "contact_change",
                        "contact_word",
                        "custom_field",
                        "erasure",
                        "idempotency_key");

        var answer = start(alex, alex.workspace());

        String erasure = answer.path("id");
        answer.then()
                .statusCode(202)
                .header("Location", endsWith("/v1/erasures/" + erasure))
                .body("workspace", equalTo(true))
                .body("contacts.size()", equalTo(0))
                .body("complete", equalTo(false));
        await().untilAsserted(
                        () -> assertThat(stored.of(alex.workspace())).containsExactly("erasure", "erasure_receipt"));
        assertThat(stored.list("select id from erasure where workspace_id = '%s'".formatted(alex.workspace())))
                .containsExactly(erasure);
        bystander.get(theirs).then().statusCode(200);
        assertThat(ErasureTopic.events(alex.workspace()))
                .filteredOn(event -> event.data() instanceof WorkspaceErased)
                .singleElement()
                .satisfies(event -> assertThat(event.data().erasureId()).hasToString(erasure));
        assertThat(ContactTopic.events(alex.workspace()))
                .filteredOn(event -> event.data() instanceof ContactErased)
                .extracting(event -> event.data().contactId().toString())
                .containsAll(ids);
    }

    @Test
    void shouldBeCompleteWhenEveryServiceSaysSo() {
        alex.add(Map.of("displayName", "Jane"));
        String erasure = start(alex, alex.workspace()).path("id");

        ErasureTopic.acknowledge(alex, erasure, null, "engagement-service", Instant.parse("2026-03-01T09:00:00Z"));
        ErasureTopic.acknowledge(alex, erasure, null, "notifier-service", Instant.parse("2026-03-01T09:00:01Z"));

        await().untilAsserted(() -> alex.request()
                .get("/v1/erasures/" + erasure)
                .then()
                .body("receipts.complete", contains(true, true, true))
                .body("complete", equalTo(true)));
        alex.request().get("/v1/erasures").then().body("items.id", contains(erasure));
    }

    @Test
    void shouldGoOnWhereItStoppedWhenStepsAreInterrupted() throws SQLException {
        var member = new Member(alex.workspace(), alex.member());
        alex.add(Map.of("displayName", "Jane"));
        var erasure = UUID.randomUUID();
        stored.run("""
                insert into erasure (workspace_id, id, contacts, whole_workspace, state, requested_at, requested_by)
                values ('%s', '%s', '{}', true, 'running', now(), 'alex')""".formatted(alex.workspace(), erasure));

        // Whoever comes first, this instance or its schedule: each step leaves less to do.
        await().until(() -> !onBehalf.of(member, () -> erase.step(erasure))
                && stored.of(alex.workspace()).equals(List.of("erasure", "erasure_receipt")));

        assertThat(stored.list("select state from erasure where id = '%s'".formatted(erasure)))
                .containsExactly("done");
    }

    @Test
    void shouldAnswerTheOneUnderWayWhenItIsAskedForAgain() {
        var member = new Member(alex.workspace(), alex.member());

        // Both in one transaction: nobody has finished the first before the second asks.
        var erasures = onBehalf.of(member, () -> QuarkusTransaction.requiringNew()
                .call(() -> List.of(erase.start().id(), erase.start().id())));

        assertThat(erasures.get(1)).isEqualTo(erasures.get(0));
    }

    @Test
    void shouldRefuseWhenTheWorkspaceIsNotConfirmedOrTheScopeIsMissing() {
        var id = alex.add(Map.of("displayName", "Jane"));

        start(alex, "another").then().statusCode(400).body("violations.field", contains("confirm"));
        alex.request()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/workspace/erasure")
                .then()
                .statusCode(400);
        start(Client.of(alex.workspace(), "alex"), alex.workspace()).then().statusCode(403);

        alex.get(id).then().statusCode(200);
        alex.request().get("/v1/erasures").then().body("items.size()", equalTo(0));
    }

    private List<String> someOfEverything() throws SQLException {
        var circle = UUID.randomUUID();
        stored.run("""
                insert into circle (workspace_id, id, name, priority, version, created_at, updated_at)
                values ('%s', '%s', 'Friends', 0, 1, now(), now())""".formatted(alex.workspace(), circle));
        stored.run("insert into custom_field (workspace_id, key, name, type) values ('%s', 'tier', 'Tier', 'text')"
                .formatted(alex.workspace()));
        var erased = alex.add(Map.of("displayName", "Erased before"));
        alex.request().header("If-Match", "*").delete(Client.CONTACTS + "/" + erased + "?erase=true");
        String kept = alex.request()
                .header("Idempotency-Key", "key")
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", "Jane", "circles", List.of(circle)))
                .post(Client.CONTACTS)
                .path("id");
        var binned = alex.add(Map.of("displayName", "In the bin", "customFields", Map.of("tier", "gold")));
        alex.delete(binned, "\"1\"");
        return List.of(erased, kept, binned);
    }

    private static Client admin() {
        var workspace = "ws-" + UUID.randomUUID();
        var token = StackTestResource.token(workspace, "alex", "contacts:read", "contacts:write", "workspace:admin");
        return new Client(workspace, "alex", token);
    }

    private static Response start(Client client, String confirm) {
        return client.request()
                .contentType(ContentType.JSON)
                .body(Map.of("confirm", confirm))
                .post("/v1/workspace/erasure");
    }
}
