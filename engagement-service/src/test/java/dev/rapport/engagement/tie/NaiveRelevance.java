package dev.rapport.engagement.tie;

import static io.restassured.path.json.config.JsonPathConfig.NumberReturnType.DOUBLE;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.rapport.engagement.Workspace;
import io.restassured.path.json.config.JsonPathConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The formulas of the design, term by term, over the interactions that the API lists: they share no line with the service.
 * What the API says of a workspace must be what they make of it.
 */
record NaiveRelevance(Workspace workspace, Map<String, Object> profile) {

    private static final double SECONDS = 86_400;

    static NaiveRelevance of(Workspace workspace) {
        return new NaiveRelevance(workspace, get(workspace, "/v1/scoring-profile", "active.definition"));
    }

    /** The order, the scores, the instants of drift and the explanation of every contact. */
    void assertEqual() {
        var ranking = all("/v1/relevance?limit=200");
        assertThat(ranking).isNotEmpty();
        var expected = new LinkedHashMap<Map<String, Object>, Double>();
        for (var row : ranking) {
            var at = Instant.parse((String) row.get("at"));
            var terms = terms(row, at);
            double strength =
                    terms.values().stream().mapToDouble(Term::strength).sum();
            double count = terms.values().stream().mapToDouble(Term::unweighted).sum();
            expected.put(row, strength);
            close(row.get("strength"), strength);
            close(row.get("score"), 100 * (1 - Math.pow(2, -strength / number("kappa"))));
            if (terms.isEmpty()) {
                assertThat(row).doesNotContainKey("driftsAt");
            } else {
                assertThat(Instant.parse((String) row.get("driftsAt")))
                        .isCloseTo(drift(at, count, row), within(1, MILLIS));
            }
            assertExplained(row);
        }
        assertThat(ranking)
                .isEqualTo(expected.keySet().stream()
                        .sorted(Comparator.comparingDouble(expected::get).reversed())
                        .toList());
    }

    private void assertExplained(Map<String, Object> row) {
        var path = "/v1/relevance/" + row.get("contactId") + "/explanation";
        Map<String, Object> explanation = get(workspace, path, "$");
        var terms = terms(row, Instant.parse((String) explanation.get("at")));
        double strength = terms.values().stream().mapToDouble(Term::strength).sum();
        close(explanation.get("strength"), strength);
        List<Map<String, Object>> shares = list(explanation.get("shares"));
        Map<?, ?> rest = (Map<?, ?>) explanation.get("rest");
        assertThat(shares.size() + ((Number) rest.get("interactions")).intValue())
                .isEqualTo(terms.size());
        for (var share : shares) {
            double part = terms.get(share.get("interactionId")).strength();
            close(share.get("strength"), part);
            close(share.get("share"), part / strength);
        }
    }

    /** What one interaction is worth: with, and without the weight of its direction. */
    private record Term(double strength, double unweighted) {}

    private Map<Object, Term> terms(Map<String, Object> row, Instant at) {
        var interactions = all("/v1/interactions?limit=200&contact=" + row.get("contactId"));
        interactions.sort(Comparator.comparing((Map<String, Object> it) -> Instant.parse((String) it.get("occurredAt")))
                .thenComparing(it -> (String) it.get("id")));
        var terms = new LinkedHashMap<Object, Term>();
        Instant last = null;
        for (var it : interactions) {
            var occurred = Instant.parse((String) it.get("occurredAt"));
            double weight = weight(it);
            if (weight > 0) {
                double damping = last == null ? 1 : 1 - half(last, occurred, days(profile.get("burst")));
                double worth = weight * damping * half(occurred, at, halfLife(row));
                terms.put(it.get("id"), new Term(worth * direction((String) it.get("direction")), worth));
                last = occurred;
            }
        }
        return terms;
    }

    private double weight(Map<String, Object> interaction) {
        boolean sold = interaction.get("kind").equals("pitch")
                && interaction.get("direction").equals("INBOUND");
        var weights = (Map<?, ?>) profile.get("kindWeights");
        var ofKind = (Number) weights.get(interaction.get("kind"));
        return sold ? number("inboundPitchWeight") : ofKind == null ? 1 : ofKind.doubleValue();
    }

    private double direction(String direction) {
        return switch (direction) {
            case "OUTBOUND" -> number("outboundWeight");
            case "INBOUND" -> number("inboundWeight");
            default -> (number("outboundWeight") + number("inboundWeight")) / 2;
        };
    }

    /** When {@code exp(−C · (1 − 2^(−N/H)))} reaches the profile's chance. */
    private Instant drift(Instant at, double count, Map<String, Object> row) {
        double ahead = 1 - Math.pow(2, -days(profile.get("driftHorizon")) / halfLife(row));
        double days = halfLife(row) * Math.log(count * ahead / -Math.log(number("driftChance"))) / Math.log(2);
        return at.plusNanos(Math.round(days * SECONDS * 1e9));
    }

    private double halfLife(Map<String, Object> row) {
        var own = ((Map<?, ?>) profile.get("halfLives")).get(row.get("owner"));
        return days(own == null ? profile.get("halfLife") : own);
    }

    private static double half(Instant from, Instant to, double halfLife) {
        return Math.pow(2, -Duration.between(from, to).toNanos() / 1e9 / SECONDS / halfLife);
    }

    private static double days(Object duration) {
        return Duration.parse((String) duration).toSeconds() / SECONDS;
    }

    private double number(String field) {
        return ((Number) profile.get(field)).doubleValue();
    }

    private static void close(Object told, double expected) {
        assertThat(((Number) told).doubleValue()).isCloseTo(expected, withPercentage(1e-7));
    }

    private List<Map<String, Object>> all(String path) {
        var rows = new ArrayList<Map<String, Object>>();
        String next = "";
        while (next != null) {
            Map<String, Object> page = get(workspace, path + "&cursor=" + next, "$");
            rows.addAll(list(page.get("items")));
            next = (String) page.get("next");
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private static Map<String, Object> get(Workspace workspace, String path, String field) {
        return workspace
                .as("alex")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(new JsonPathConfig(DOUBLE))
                .getMap(field);
    }
}
