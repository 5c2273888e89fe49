package dev.rapport.engagement.unmatched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Tables;
import dev.rapport.engagement.Workspace;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngagementTest
class UnmatchedTest {

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @Test
    void shouldGroupWhatWaitsByWhatItNames() {
        // Given
        var unknown = UUID.randomUUID();
        record("address", "jane@example.org", "email", "INBOUND", 1);
        record("address", "Jane@Example.org", "call", "OUTBOUND", 3);
        record("address", "jane@example.org", "email", "INBOUND", 2);
        record("address", "+49 30 123456", "call", "INBOUND", 9);
        record("address", "linkedin:joe", "message", "INBOUND", 4);
        record("contactId", unknown, "call", "OUTBOUND", 5);
        record("contactId", workspace.contact("alex"), "call", "OUTBOUND", 6);

        // Then
        groups("count")
                .then()
                .body("items", hasSize(4))
                .body("items[0].name", equalTo("jane@example.org"))
                .body("items[0].address", equalTo("jane@example.org"), "items[0].addressKind", equalTo("email"))
                .body("items[0].count", equalTo(3), "items[0].contactId", nullValue())
                .body("items[0].firstAt", equalTo(at(1)), "items[0].lastAt", equalTo(at(3)))
                .body("items[0].kinds", containsInAnyOrder("email", "call"))
                .body("items[0].directions", containsInAnyOrder("INBOUND", "OUTBOUND"))
                .body("items[0].subjects", contains("s3", "s2", "s1"));
        assertThat(names("newest", 3))
                .containsExactly("+4930123456", unknown.toString(), "linkedin:joe", "jane@example.org");
        assertThat(names("count", 1)).hasSize(4).startsWith("jane@example.org").doesNotHaveDuplicates();
        workspace
                .as("alex")
                .get("/v1/unmatched/{name}", "+49 30 123456")
                .then()
                .statusCode(200)
                .body("addressKind", equalTo("phone"), "count", equalTo(1));
        workspace
                .as("alex")
                .queryParam("limit", 2)
                .get("/v1/unmatched/{name}/interactions", "JANE@example.org")
                .then()
                .body("items.subject", contains("s3", "s2"));
        workspace
                .as("alex")
                .get("/v1/unmatched/{name}/interactions", unknown)
                .then()
                .body("items.subject", contains("s5"));
        workspace
                .as("alex")
                .get("/v1/unmatched/{name}", "nobody@example.org")
                .then()
                .statusCode(404);
        workspace.as("alex").get("/v1/unmatched/{name}", "nonsense").then().statusCode(404);
        Workspace.create().as("alex").get("/v1/unmatched").then().body("items", hasSize(0));
        workspace.as("alex", "engagement:write").get("/v1/unmatched").then().statusCode(403);
        workspace
                .as("alex", "engagement:read")
                .body(Map.of("address", "a@b.org"))
                .post("/v1/unmatched/ignore")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldCountWhatWaitsWhateverHappensToIt() {
        // Given many interactions of a few addresses that are changed at random
        var random = new Random(11);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            ids.add(record("address", address(random), "email", "INBOUND", random.nextInt(20)));
        }
        for (int i = 0; i < 40; i++) {
            var path = "/v1/interactions/" + ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(4)) {
                case 0 -> workspace.as("alex").delete(path);
                case 1 -> workspace.as("alex").post(path + "/restore");
                case 2 ->
                    workspace
                            .as("alex")
                            .body(Map.of("address", address(random)))
                            .patch(path);
                default ->
                    workspace
                            .as("alex")
                            .body(Map.of("occurredAt", at(random.nextInt(20))))
                            .patch(path);
            }
            if (random.nextInt(10) == 0) {
                groups("count");
            }
        }

        // Then
        var waiting = workspace.as("alex").queryParam("limit", 200).get("/v1/interactions");
        var addresses = waiting.<List<String>>path("items.address");
        assertThat(addresses).isNotEmpty();
        groups("count").then().body("items", hasSize((int)
                addresses.stream().distinct().count()));
        for (var address : List.copyOf(new java.util.TreeSet<>(addresses))) {
            var theirs = waiting.<List<Map<String, String>>>path("items").stream()
                    .filter(it -> it.get("address").equals(address))
                    .map(it -> it.get("occurredAt"))
                    .sorted()
                    .toList();
            workspace
                    .as("alex")
                    .get("/v1/unmatched/{name}", address)
                    .then()
                    .body("count", equalTo(theirs.size()))
                    .body("firstAt", equalTo(theirs.get(0)), "lastAt", equalTo(theirs.get(theirs.size() - 1)));
        }
    }

    @Test
    void shouldNeverOfferAgainButAttachWhenAnIgnoredAddressBecomesAContact() {
        // Given
        record("address", "news@example.org", "email", "INBOUND", 1);
        record("address", "jane@example.org", "email", "INBOUND", 2);

        // When
        for (int i = 0; i < 2; i++) {
            ignore("News@example.org").then().statusCode(204);
        }
        ignore("never@example.org").then().statusCode(204);
        record("address", "news@example.org", "email", "INBOUND", 3);
        record("address", "never@example.org", "email", "INBOUND", 3);

        // Then
        assertThat(names("count", 5)).containsExactly("jane@example.org");
        assertThat(names("newest", 5)).containsExactly("jane@example.org");
        workspace
                .as("alex")
                .queryParam("ignored", true)
                .get("/v1/unmatched")
                .then()
                .body("items.name", contains("never@example.org", "news@example.org"))
                .body("items.count", contains(1, 2), "items.ignored", contains(true, true));
        workspace
                .as("alex")
                .delete("/v1/unmatched/ignore/{name}", "never@example.org")
                .then()
                .statusCode(204);
        assertThat(names("count", 5)).containsExactlyInAnyOrder("jane@example.org", "never@example.org");

        // And when it is added on purpose
        var contact = workspace.contact("alex", "news@example.org");
        workspace.awaitInteractions(contact, 2);
        workspace
                .as("alex")
                .queryParam("ignored", true)
                .get("/v1/unmatched")
                .then()
                .body("items.name", contains("news@example.org"), "items.count", contains(0));
        ignore("nobody").then().statusCode(400).body("violations[0].field", equalTo("address"));
    }

    @Test
    void shouldForgetTheAddressWhenItsContactIsErased() {
        var address = "gone-" + UUID.randomUUID() + "@example.org";
        ignore(address).then().statusCode(204);
        var contact = workspace.contact("alex", address);
        workspace.delete(contact, 2);
        record("address", address, "email", "INBOUND", 1);

        workspace.erase(contact, 3);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Tables.mentioning(database, address))
                .isEmpty());
    }

    @Test
    void shouldReadAnIndexInOrderWhenMuchWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into unmatched (workspace_id, name, waiting, first_at, last_at)
                    select '%s', n || '@example.org', n %% 50, now(), now() - n * interval '1 minute'
                    from generate_series(1, 10000) n""".formatted(workspace.name()));
            statement.execute("analyze unmatched");
            for (var list : Map.of(UnmatchedGroups.MOST, "unmatched_most", UnmatchedGroups.NEWEST, "unmatched_newest")
                    .entrySet()) {
                var position = list.getKey().equals(UnmatchedGroups.MOST) ? "'40'" : "'infinity'";
                var sql = list.getKey()
                        .replace(":workspace", "'" + workspace.name() + "'")
                        .replace(":position", position)
                        .replace(":name", "''")
                        .replace(":rows", "51");
                var lines = new ArrayList<String>();
                try (var plan = statement.executeQuery("explain " + sql)) {
                    while (plan.next()) {
                        lines.add(plan.getString(1));
                    }
                }
                assertThat(String.join("\n", lines))
                        .contains("Index Scan Backward using " + list.getValue())
                        .doesNotContain("Sort");
            }
        }
    }

    private Response groups(String order) {
        return workspace.as("alex").queryParam("order", order).get("/v1/unmatched");
    }

    private List<String> names(String order, int limit) {
        var names = new ArrayList<String>();
        for (String next = ""; next != null; ) {
            var page = workspace
                    .as("alex")
                    .queryParam("order", order)
                    .queryParam("limit", limit)
                    .queryParam("cursor", next)
                    .get("/v1/unmatched");
            page.then().statusCode(200);
            names.addAll(page.path("items.name"));
            next = page.path("next");
        }
        return names;
    }

    private Response ignore(String address) {
        return workspace.as("alex").body(Map.of("address", address)).post("/v1/unmatched/ignore");
    }

    private UUID record(String field, Object value, String kind, String direction, int minute) {
        return workspace.record(Map.of(
                field, value, "kind", kind, "direction", direction, "subject", "s" + minute, "occurredAt", at(minute)));
    }

    private static String address(Random random) {
        return "a" + random.nextInt(4) + "@example.org";
    }

    private static String at(int minute) {
        return "2026-03-01T09:%02d:00Z".formatted(minute);
    }
}
