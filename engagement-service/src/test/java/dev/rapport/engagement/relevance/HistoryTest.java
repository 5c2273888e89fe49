package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Person;
import dev.rapport.engagement.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class HistoryTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldTellWhatTheScoreWasAndWhatSilenceWillMakeOfIt() {
        // Given
        var jane = engaged("Jane <Doe>");

        // When
        var history = workspace
                .as("alex")
                .get("/v1/relevance/%s/history?from=%s&to=%s&step=P5D"
                        .formatted(jane, NOW.minus(Duration.ofDays(40)), NOW.plus(Duration.ofDays(9))));

        // Then
        history.then().statusCode(200).header("Vary", equalTo("Accept")).body("points", hasSize(11));
        List<Map<String, Object>> points = history.path("points");
        for (var point : points) {
            var at = Instant.parse((String) point.get("at"));
            double strength = naive(at, 30) + damped(at);
            assertThat(number(point, "strength")).isCloseTo(strength, within(1e-4));
            assertThat(number(point, "score")).isCloseTo(100 * (1 - Math.pow(2, -strength / 3.4)), within(1e-2));
        }
        assertThat(points)
                .extracting(point -> point.get("interactions"))
                .containsExactly(0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0);
        assertThat(points.get(10).get("at"))
                .isEqualTo(NOW.plus(Duration.ofDays(9)).toString());
    }

    @Test
    void shouldDrawTheScoreWhenAChartIsAskedFor() {
        // Given
        var jane = engaged("Jane <Doe>");

        // When
        var chart = workspace
                .as("alex")
                .accept("image/svg+xml")
                .header("Accept-Language", "de")
                .get("/v1/relevance/" + jane + "/history");

        // Then
        chart.then()
                .statusCode(200)
                .contentType("image/svg+xml;charset=UTF-8")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body("svg.title", equalTo("Relevanz von Jane <Doe>"));
        assertThat(chart.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(chart.asString()).contains(">abkühlend<").contains("<polyline");
        for (var liked : List.of("*/*", "application/json, image/svg+xml;q=0.5", "text/html, */*;q=0.1")) {
            workspace
                    .as("alex")
                    .accept(liked)
                    .get("/v1/relevance/" + jane + "/history")
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
    }

    @Test
    void shouldRefuseWhatMakesNoCurve() {
        var jane = new Person(workspace, "alex").tell(1);
        var wrong = Map.of(
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", "from",
                "step=P1W", "step",
                "step=PT1S", "step",
                "step=-P1D", "step",
                "from=2000-01-01T00:00:00Z&step=PT1H", "step",
                "to=9999-01-01T00:00:00Z", "to",
                "from=yesterday", "from");

        workspace
                .as("alex")
                .get("/v1/relevance/" + jane + "/history?step=PT9223372036854775807S")
                .then()
                .statusCode(200)
                .body("points", hasSize(2));
        wrong.forEach((query, field) -> workspace
                .as("alex")
                .get("/v1/relevance/" + jane + "/history?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field)));
        Workspace.create()
                .as("alex")
                .get("/v1/relevance/" + jane + "/history")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldExplainInTheLanguageThatIsAskedFor() {
        var jane = engaged("Jane");

        workspace
                .as("alex")
                .header("Accept-Language", "fr, de-CH;q=0.8, en;q=0.5")
                .get("/v1/relevance/" + jane + "/explanation")
                .then()
                .header("Content-Language", equalTo("de"))
                .body(
                        "summary",
                        equalTo("2 Anrufe im letzten Monat machen 100 % davon aus. In den letzten 3 Monaten: du hast"
                                + " dich zweimal gemeldet und Jane nie. Das letzte Mal ist 14 Tage her."));
    }

    /** Called 30 and 15 days ago. */
    private UUID engaged(String name) {
        var jane = new Person(workspace, "alex").named(name).tell(1);
        for (int days : new int[] {30, 15}) {
            workspace.record(Map.of(
                    "contactId",
                    jane,
                    "kind",
                    "call",
                    "direction",
                    "OUTBOUND",
                    "occurredAt",
                    NOW.minus(Duration.ofDays(days)).plusSeconds(60).toString()));
        }
        workspace.awaitInteractions(jane, 2);
        return jane;
    }

    private static double naive(Instant at, int daysAgo) {
        double age = Duration.between(NOW.minus(Duration.ofDays(daysAgo)).plusSeconds(60), at)
                        .toMillis()
                / 86_400_000.0;
        return age < 0 ? 0 : 4 / 3.0 * Math.pow(2, -age / 14);
    }

    private static double damped(Instant at) {
        return naive(at, 15) * (1 - Math.pow(2, -15));
    }

    private static double number(Map<String, Object> point, String name) {
        return ((Number) point.get(name)).doubleValue();
    }
}
