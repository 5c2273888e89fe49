package dev.rapport.engagement.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Person;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.Direction;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngagementTest
class ResponseTimesTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    /** Most are of one side. */
    private static final List<Direction> DIRECTIONS = List.of(
            Direction.OUTBOUND,
            Direction.OUTBOUND,
            Direction.OUTBOUND,
            Direction.INBOUND,
            Direction.INBOUND,
            Direction.INBOUND,
            Direction.MUTUAL);

    private static final List<String> KINDS = List.of("email", "message", "pitch");

    private final Workspace workspace = Workspace.create();

    private record Sent(UUID contact, String kind, Direction direction, Instant at) {
        boolean counts() {
            return !kind.equals("pitch") || direction != Direction.INBOUND;
        }
    }

    private record Answer(Direction asked, String kind, Duration after) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void shouldPairMessagesAsTheNaiveWalkDoes(long seed) {
        // Given
        var random = new Random(seed);
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < 6; i++) {
            var contact = new Person(workspace, i < 4 ? "alex" : "bea").tell(1);
            int many = 5 + random.nextInt(15);
            for (int j = 0; j < many; j++) {
                var direction = DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
                // All at instants of their own
                var at = NOW.minusSeconds(600 + 1000L * random.nextInt(6000) + sent.size());
                sent.add(new Sent(contact, KINDS.get(random.nextInt(KINDS.size())), direction, at));
            }
        }
        record(sent, random);

        // When
        var times = get("");
        var ofBea = get("?owner=bea");
        var part = get("?from=%s&to=%s".formatted(NOW.minusSeconds(4_000_000), NOW.minusSeconds(1_000_000)));

        // Then
        expect(times, sent);
        expect(ofBea, sent.subList(first(sent, 4), sent.size()));
        expect(
                part,
                sent.stream()
                        .filter(it -> !it.at.isBefore(NOW.minusSeconds(4_000_000))
                                && it.at.isBefore(NOW.minusSeconds(1_000_000)))
                        .toList());
        workspace
                .as("alex")
                .get("/v1/response-times?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
        assertThat(Workspace.create().as("alex").get("/v1/response-times").<Integer>path("mine.answers"))
                .isZero();
    }

    private void record(List<Sent> sent, Random random) {
        var shuffled = new ArrayList<>(sent);
        Collections.shuffle(shuffled, random);
        var items = shuffled.stream()
                .map(it -> Map.of(
                        "contactId",
                        it.contact,
                        "kind",
                        it.kind,
                        "direction",
                        it.direction.name(),
                        "occurredAt",
                        it.at.toString()))
                .toList();
        workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(200);
        sent.stream()
                .map(Sent::contact)
                .distinct()
                .forEach(contact -> workspace.awaitInteractions(contact, (int) sent.stream()
                        .filter(it -> it.contact.equals(contact) && it.counts())
                        .count()));
    }

    private static int first(List<Sent> sent, int contact) {
        var contacts = sent.stream().map(Sent::contact).distinct().toList();
        return sent.stream().map(Sent::contact).toList().indexOf(contacts.get(contact));
    }

    private JsonPath get(String query) {
        return workspace.as("alex").get("/v1/response-times" + query).jsonPath();
    }

    private static void expect(JsonPath times, List<Sent> sent) {
        var answers = new ArrayList<Answer>();
        sent.stream()
                .map(Sent::contact)
                .distinct()
                .forEach(contact -> answers.addAll(walk(sent.stream()
                        .filter(it -> it.contact.equals(contact) && it.counts())
                        .sorted(Comparator.comparing(Sent::at))
                        .toList())));
        expect(
                times,
                "mine",
                "",
                answers.stream().filter(it -> it.asked == Direction.INBOUND).toList());
        expect(
                times,
                "theirs",
                "",
                answers.stream().filter(it -> it.asked == Direction.OUTBOUND).toList());
        for (var kind : KINDS) {
            expect(
                    times,
                    "theirs",
                    "byKind.find { it.kind == '" + kind + "' }?.",
                    answers.stream()
                            .filter(it -> it.asked == Direction.OUTBOUND && it.kind.equals(kind))
                            .toList());
        }
        int inBands = times.getList("byBand.mine.answers", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(inBands).isEqualTo(times.getInt("mine.answers"));
    }

    /** Message by message: whoever asked first since the other side last took part, waits. */
    private static List<Answer> walk(List<Sent> sent) {
        var answers = new ArrayList<Answer>();
        Sent waiting = null;
        for (var it : sent) {
            if (waiting != null && it.direction != waiting.direction) {
                answers.add(new Answer(waiting.direction, waiting.kind, Duration.between(waiting.at, it.at)));
                waiting = null;
            }
            if (waiting == null && it.direction != Direction.MUTUAL) {
                waiting = it;
            }
        }
        return answers;
    }

    private static void expect(JsonPath times, String side, String path, List<Answer> answers) {
        var sorted = answers.stream().map(Answer::after).sorted().toList();
        if (sorted.isEmpty()) {
            assertThat(times.<Object>get(path + side + ".median")).isNull();
            return;
        }
        assertThat(times.getInt(path + side + ".answers")).isEqualTo(sorted.size());
        expectQuantile(times.getString(path + side + ".median"), sorted, .5);
        expectQuantile(times.getString(path + side + ".p90"), sorted, .9);
    }

    private static void expectQuantile(String told, List<Duration> sorted, double share) {
        double place = share * (sorted.size() - 1);
        var low = sorted.get((int) Math.floor(place)).toSeconds();
        var high = sorted.get((int) Math.ceil(place)).toSeconds();
        double expected = low + (place - Math.floor(place)) * (high - low);
        assertThat((double) Duration.parse(told).toSeconds()).isCloseTo(expected, within(1.0));
    }
}
