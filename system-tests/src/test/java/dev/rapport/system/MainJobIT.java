package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job, over REST only: from contacts and interactions to the ranking, the reminders and the mail. */
class MainJobIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static RunningRapport rapport;

    private final String workspace = "ws-" + UUID.randomUUID();
    private final Api alex = rapport.as(workspace, "alex");
    private final Random random = new Random(11);

    @BeforeAll
    static void start() {
        rapport = RunningRapport.get();
    }

    @AfterEach
    void resetClock() {
        rapport.shiftClock(Duration.ZERO);
    }

    @Test
    void shouldRankAsTheFormulaDoes() {
        var naive = recordHistory(alex, workspace, 25, 40);
        var other = rapport.as("ws-" + UUID.randomUUID(), "alex");
        recordHistory(other, "other-" + workspace, 5, 10);

        var ranking = awaitRanking(alex, naive.size(), 25 * 40);

        var now = RunningRapport.now();
        var expected = naive.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, NaiveRelevance> e) -> -e.getValue().strength(now)))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(ranking).extracting(item -> item.get("contactId").asText()).containsExactlyElementsOf(expected);
        for (var item : ranking) {
            var model = naive.get(item.get("contactId").asText());
            assertThat(item.get("score").asDouble()).isCloseTo(model.score(now), within(0.05));
            assertThat(item.get("strength").asDouble() / model.strength(now)).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void shouldExplainAScoreByShares() {
        var naive = recordHistory(alex, workspace, 1, 70);
        var contact = naive.keySet().iterator().next();
        awaitRanking(alex, 1, 70);

        var explanation = alex.get(rapport.engagement(), "/v1/relevance/" + contact + "/explanation");

        double shares = explanation.at("/rest/share").asDouble();
        double strengths = explanation.at("/rest/strength").asDouble();
        for (var share : explanation.get("shares")) {
            shares += share.get("share").asDouble();
            strengths += share.get("strength").asDouble();
        }
        var at = Instant.parse(explanation.get("at").asText());
        assertThat(shares).isCloseTo(1, within(1e-9));
        assertThat(strengths / explanation.get("strength").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(strengths / naive.get(contact).strength(at)).isCloseTo(1, within(1e-6));
        assertThat(explanation.get("summary").asText()).isNotBlank();
    }

    @Test
    void shouldRemindOfADriftingTieAtTheInstantOfTheClosedForm() {
        var email = "drifting@" + workspace + ".example";
        var contact = alex.addContact("Dorothy Drifting", email);
        // At any hour, and by no mail but the reminder's own.
        alex.send(
                rapport.notifier(),
                "PUT",
                "/v1/preferences",
                Map.of(
                        "email", "alex@example.org",
                        "quietHours", Map.of("from", "00:00", "to", "00:00"),
                        "channels", Map.of("drifting", List.of("email"), "edition", List.of())));
        var naive = new NaiveRelevance();
        var items = new ArrayList<Map<String, Object>>();
        var now = RunningRapport.now().truncatedTo(ChronoUnit.SECONDS);
        for (int day = 20; day >= 1; day--) {
            var at = now.minus(Duration.ofDays(day));
            var direction = day % 2 == 0 ? "INBOUND" : "OUTBOUND";
            naive.add(at, direction);
            items.add(interaction(email, direction, at));
        }
        record(alex, items);

        var reminder =
                await().atMost(SOON).until(() -> reminder("drifting", contact, "scheduled"), found -> found != null);
        var due = Instant.parse(reminder.get("dueAt").asText());
        assertThat(Duration.between(naive.driftsAt(), due).abs()).isLessThan(Duration.ofMillis(1));

        rapport.shiftClock(Duration.between(RunningRapport.now(), due).minusSeconds(60));
        assertThat(reminder("drifting", contact, "due"))
                .as("not a minute early")
                .isNull();
        rapport.shiftClock(Duration.between(RunningRapport.now(), due).plusSeconds(1));

        await().atMost(SOON).until(() -> reminder("drifting", contact, "due") != null);
        await().atMost(SOON).until(() -> inbox("drifting", contact).size() == 1);
        await().atMost(SOON).until(() -> mailsAbout("Dorothy Drifting") == 1);
    }

    @Test
    void shouldResolveAReplyOwedWhenItIsAnswered() {
        var email = "waiting@" + workspace + ".example";
        var contact = alex.addContact("Wanda Waiting", email);
        var yesterday = RunningRapport.now().minus(Duration.ofHours(30));
        record(alex, List.of(interaction(email, "INBOUND", yesterday)));
        await().atMost(SOON).until(() -> reminder("reply_owed", contact, "due") != null);

        record(alex, List.of(interaction(email, "OUTBOUND", RunningRapport.now().minusSeconds(1))));

        await().atMost(SOON).until(() -> reminder("reply_owed", contact, "resolved") != null);
        assertThat(reminder("reply_owed", contact, "due")).isNull();
    }

    @Test
    void shouldShowInTheEditionWhatIsDue() {
        var email = "edition@" + workspace + ".example";
        var contact = alex.addContact("Edith Edition", email);
        record(alex, List.of(interaction(email, "INBOUND", RunningRapport.now().minus(Duration.ofHours(30)))));
        await().atMost(SOON).until(() -> reminder("reply_owed", contact, "due") != null);

        var edition = alex.get(rapport.notifier(), "/v1/editions/preview");

        assertThat(edition.findValuesAsText("kind")).contains("replies_owed");
        assertThat(edition.findValuesAsText("contactName")).contains("Edith Edition");
    }

    /** Random exchanges with several contacts over the last 200 days, sent in random order; returns the model by contact. */
    private Map<String, NaiveRelevance> recordHistory(Api api, String domain, int contacts, int exchanges) {
        var models = new HashMap<String, NaiveRelevance>();
        var items = new ArrayList<Map<String, Object>>();
        var now = RunningRapport.now().truncatedTo(ChronoUnit.MILLIS);
        for (int i = 0; i < contacts; i++) {
            var email = "contact" + i + "@" + domain + ".example";
            var model = new NaiveRelevance();
            models.put(api.addContact("Contact " + i, email), model);
            for (int j = 0; j < exchanges; j++) {
                var at = now.minusSeconds(60 + random.nextInt(200 * 24 * 3600));
                var direction = List.of("OUTBOUND", "INBOUND", "MUTUAL").get(random.nextInt(3));
                model.add(at, direction);
                items.add(interaction(email, direction, at));
            }
        }
        Collections.shuffle(items, random);
        for (int from = 0; from < items.size(); from += 100) {
            record(api, items.subList(from, Math.min(items.size(), from + 100)));
        }
        return models;
    }

    private static Map<String, Object> interaction(String email, String direction, Instant at) {
        return Map.of("address", email, "kind", "email", "direction", direction, "occurredAt", at.toString());
    }

    private static void record(Api api, List<Map<String, Object>> items) {
        var answer = api.post(rapport.engagement(), "/v1/interactions/batch", Map.of("items", items), 200);
        assertThat(answer.get("accepted").asInt()).isEqualTo(items.size());
    }

    private static List<JsonNode> awaitRanking(Api api, int contacts, int interactions) {
        return await().atMost(SOON)
                .until(
                        () -> api.all(rapport.engagement(), "/v1/relevance"),
                        ranking -> ranking.size() == contacts
                                && ranking.stream()
                                                .mapToInt(item ->
                                                        item.get("interactions").asInt())
                                                .sum()
                                        == interactions);
    }

    private JsonNode reminder(String kind, String contact, String state) {
        var path = "/v1/reminders?kind=" + kind + "&contact=" + contact + "&state=" + state;
        var items = alex.all(rapport.notifier(), path);
        assertThat(items).hasSizeLessThan(2);
        return items.isEmpty() ? null : items.get(0);
    }

    private List<JsonNode> inbox(String kind, String contact) {
        return alex.all(rapport.notifier(), "/v1/inbox").stream()
                .filter(item -> kind.equals(item.path("kind").asText()))
                .filter(item -> contact.equals(item.path("contactId").asText()))
                .toList();
    }

    private static long mailsAbout(String name) {
        return rapport.mails().stream().filter(mail -> mail.contains(name)).count();
    }
}
