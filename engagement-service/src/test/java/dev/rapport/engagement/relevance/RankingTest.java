package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class RankingTest {

    private static final Instant NOW = Instant.now();

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldRankAsTheNaiveFormulaDoesWhenManyContactsAreEngaged() {
        // Given
        var random = new Random(7);
        var expected = new HashMap<UUID, Double>();
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 12; i++) {
            var contact = workspace.contact(i % 2 == 0 ? "alex" : "bea");
            var times = random.longs(1 + random.nextInt(9), 0, 90 * 86_400L)
                    .sorted()
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .map(NOW::minusSeconds)
                    .toList();
            expected.put(contact, naive(times));
            times.forEach(at -> items.add(Map.of(
                    "contactId", contact, "kind", "email", "direction", "OUTBOUND", "occurredAt", at.toString())));
        }
        java.util.Collections.shuffle(items, random);

        // When
        workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(200);

        // Then
        var order = expected.keySet().stream()
                .sorted(Comparator.comparing(expected::get).reversed())
                .map(UUID::toString)
                .toList();
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(pages(""))
                .extracting(row -> row.get("contactId"))
                .isEqualTo(order));
        pages("").forEach(row -> assertThat(((Number) row.get("strength")).doubleValue())
                .isCloseTo(expected.get(UUID.fromString((String) row.get("contactId"))), within(1e-3)));
        assertThat(pages("bea")).hasSize(6).allMatch(row -> row.get("owner").equals("bea"));
    }

    @Test
    void shouldBeNowhereWhenTheContactIsDeletedAndBackWhenItIsRestored() {
        // Given
        var contact = workspace.contact("alex", "jane@example.org");
        var interaction = workspace.record(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND"));
        workspace.awaitInteractions(contact, 1);

        // When
        workspace.delete(contact, 2);

        // Then
        workspace.as("alex").get("/v1/relevance").then().body("items", hasSize(0));
        workspace
                .as("alex")
                .get("/v1/relevance/" + contact + "/explanation")
                .then()
                .statusCode(404);
        workspace.as("alex").get("/v1/interactions/" + interaction).then().statusCode(404);
        workspace.as("alex").delete("/v1/interactions/" + interaction).then().statusCode(404);
        workspace
                .as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(0));
        workspace.record(Map.of("address", "jane@example.org", "kind", "email", "direction", "INBOUND"));

        // When
        workspace.publish(contact, 1, "alex", "jane@example.org");
        workspace.change(contact, 3, "bea", "jane@example.org");

        // Then
        workspace.awaitInteractions(contact, 2);
        workspace.as("alex").get("/v1/relevance").then().body("items", hasSize(1), "items[0].owner", equalTo("bea"));
    }

    @Test
    void shouldTellBothSidesPartsAndWhereTheScoreIsGoing() {
        // Given
        var rising = workspace.contact("alex");
        var cooling = workspace.contact("alex");
        record(rising, "OUTBOUND", 6);
        record(rising, "INBOUND", 2);
        record(cooling, "OUTBOUND", 20);
        record(cooling, "OUTBOUND", 18);
        record(cooling, "OUTBOUND", 15);
        workspace.awaitInteractions(rising, 2);
        workspace.awaitInteractions(cooling, 3);

        // Then
        for (var path : List.of("items[0].", "")) {
            var answer = workspace
                    .as("alex")
                    .get("/v1/relevance" + (path.isEmpty() ? "/" + rising : ""))
                    .jsonPath();
            double out = 4 / 3.0 * Math.pow(2, -6 / 14.0);
            double in = 2 / 3.0 * (1 - Math.pow(2, -4)) * Math.pow(2, -2 / 14.0);
            assertThat(answer.getString(path + "contactId")).isEqualTo(rising.toString());
            assertThat(answer.getDouble(path + "strengthOut")).isCloseTo(out, within(1e-3));
            assertThat(answer.getDouble(path + "strengthIn")).isCloseTo(in, within(1e-3));
            assertThat(answer.getDouble(path + "strength")).isCloseTo(out + in, within(1e-3));
            assertThat(answer.getDouble(path + "reciprocity")).isCloseTo(out / 2 / in, within(1e-3));
            assertThat(answer.getString(path + "trend")).isEqualTo("rising");
            assertThat(Duration.parse(answer.getString(path + "silentFor")))
                    .isBetween(Duration.ofHours(48), Duration.ofHours(49));
        }
        workspace
                .as("alex")
                .get("/v1/relevance/" + cooling)
                .then()
                .body("trend", equalTo("cooling"), "reciprocity", equalTo(0f), "strengthIn", equalTo(0f));
    }

    private void record(UUID contact, String direction, int daysAgo) {
        workspace.record(Map.of(
                "contactId",
                contact,
                "kind",
                "email",
                "direction",
                direction,
                "occurredAt",
                NOW.minus(Duration.ofDays(daysAgo)).toString()));
    }

    @Test
    void shouldScoreZeroWhenNothingHasHappenedYet() {
        var contact = workspace.contact("alex");

        workspace
                .as("alex")
                .get("/v1/relevance/" + contact)
                .then()
                .statusCode(200)
                .body("score", equalTo(0.0f), "band", equalTo("dormant"), "interactions", equalTo(0));
    }

    @Test
    void shouldAddUpWhenExplained() {
        // Given
        var contact = workspace.contact("alex");
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 60; i++) {
            items.add(Map.of(
                    "contactId",
                    contact,
                    "kind",
                    i % 3 == 0 ? "call" : "email",
                    "direction",
                    i % 2 == 0 ? "OUTBOUND" : "INBOUND",
                    "occurredAt",
                    NOW.minus(Duration.ofHours(30L * i)).toString()));
        }
        workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(200);
        workspace.awaitInteractions(contact, 60);

        // When
        var explanation = workspace
                .as("alex")
                .get("/v1/relevance/" + contact + "/explanation")
                .jsonPath();

        // Then
        List<Number> shares = explanation.getList("shares.share");
        List<Number> strengths = explanation.getList("shares.strength");
        assertThat(shares).hasSize(50);
        assertThat(explanation.getInt("rest.interactions")).isEqualTo(10);
        assertThat(sum(shares) + explanation.getDouble("rest.share")).isCloseTo(1, within(1e-5));
        assertThat(sum(strengths) + explanation.getDouble("rest.strength"))
                .isCloseTo(explanation.getDouble("strength"), within(1e-4));
        assertThat(explanation.getString("summary"))
                .matches("\\d+ \\w+ in the last [^.]* make \\d+ % of this\\. In the last 3 months: you reached out .*");
    }

    private List<Map<String, Object>> pages(String owner) {
        var rows = new ArrayList<Map<String, Object>>();
        String next = "";
        while (next != null) {
            var request = workspace.as("alex").queryParam("limit", 5).queryParam("cursor", next);
            var page = (owner.isEmpty() ? request : request.queryParam("owner", owner)).get("/v1/relevance");
            rows.addAll(page.path("items"));
            next = page.path("next");
        }
        return rows;
    }

    /** The formula of the design for outbound interactions, term by term. */
    private static double naive(List<Instant> times) {
        double sum = 0;
        Instant last = null;
        for (var at : times) {
            double damping = last == null ? 1 : 1 - Math.pow(2, -days(last, at));
            sum += 4.0 / 3 * damping * Math.pow(2, -days(at, NOW) / 14);
            last = at;
        }
        return sum;
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 86_400_000.0;
    }

    private static double sum(List<Number> numbers) {
        return numbers.stream().mapToDouble(Number::doubleValue).sum();
    }
}
