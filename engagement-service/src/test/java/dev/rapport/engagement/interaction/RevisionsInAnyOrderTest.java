package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded, corrected, moved, retracted, restored and sent again at random; told in any order, any number of times. */
@EngagementTest
class RevisionsInAnyOrderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Comparator<InteractionEvent> WHAT_COUNTS = Comparator.comparing(
                    InteractionEvent::revisionNumber)
            .thenComparing(InteractionRetracted.class::isInstance);

    private final Workspace workspace = Workspace.create();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepTheTiesWhenTheStoryIsToldAgainInAnyOrder(long seed) throws SQLException {
        // Given a story whose events tell, to whoever knows nothing else, what is stored
        var random = new Random(seed);
        var contacts = List.of(
                workspace.contact("alex", "anna@example.org"), workspace.contact("bea"), workspace.contact("alex"));
        live(contacts, random);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(whatCounts(told())).isEqualTo(stored()));
        await().atMost(PATIENCE).until(() -> applied() == told().size());
        contacts.forEach(this::assertCounted);
        var before = contacts.stream().map(this::strength).toList();

        // When all of it is told again as news, shuffled, and half of it twice
        var again = new ArrayList<>(told());
        again.addAll(told().subList(0, again.size() / 2));
        Collections.shuffle(again, random);
        long applied = applied();
        again.forEach(fact -> Topics.send(
                InteractionEvent.TOPIC,
                new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace.name(), Instant.now(), fact)));
        await().atMost(PATIENCE).until(() -> applied() == applied + again.size());

        // Then
        contacts.forEach(this::assertCounted);
        for (int i = 0; i < contacts.size(); i++) {
            assertThat(strength(contacts.get(i))).isCloseTo(before.get(i), within(0.001));
        }
    }

    private void live(List<UUID> contacts, Random random) {
        var ids = new ArrayList<UUID>();
        for (int step = 0; step < 60; step++) {
            int chance = random.nextInt(8);
            if (ids.isEmpty() || chance < 2) {
                ids.addAll(send(contacts, random));
                continue;
            }
            var path = "/v1/interactions/" + ids.get(random.nextInt(ids.size()));
            switch (chance) {
                case 2 -> workspace.as("alex").delete(path).then().statusCode(204);
                case 3, 4 -> workspace.as("alex").post(path + "/restore").then().statusCode(200);
                default -> workspace.as("alex").body(body(contacts, random)).patch(path);
            }
        }
    }

    /** A batch, in which the source may tell the same several times and otherwise; some with several contacts. */
    private List<UUID> send(List<UUID> contacts, Random random) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 3; i++) {
            var item = body(contacts, random);
            item.putAll(Map.of("source", "s", "externalId", "e" + random.nextInt(6)));
            if (random.nextInt(3) == 0) {
                item.keySet().removeAll(Set.of("contactId", "address"));
                var participants = new ArrayList<Map<String, Object>>();
                participants.add(Map.of("address", "nobody@example.org"));
                contacts.subList(random.nextInt(2), 2 + random.nextInt(2))
                        .forEach(contact -> participants.add(Map.of("contactId", contact)));
                item.put("participants", participants);
            }
            items.add(item);
        }
        var answer = workspace.as("alex").body(Map.of("items", items)).post("/v1/interactions/batch");
        answer.then().statusCode(200).body("rejected", equalTo(0));
        return answer.<List<String>>path("results.id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private Map<String, Object> body(List<UUID> contacts, Random random) {
        var body = new HashMap<String, Object>(Map.of(
                "kind",
                random.nextBoolean() ? "call" : "email",
                "direction",
                random.nextBoolean() ? "INBOUND" : "OUTBOUND",
                "occurredAt",
                now.minus(Duration.ofHours(1 + random.nextInt(400))).toString()));
        switch (random.nextInt(5)) {
            case 0 -> body.put("address", "anna@example.org");
            case 1 -> body.put("address", "nobody@example.org");
            default -> body.put("contactId", contacts.get(random.nextInt(contacts.size())));
        }
        return body;
    }

    private List<InteractionEvent> told() {
        return Topics.told(InteractionEvent.TOPIC, workspace.name());
    }

    /** What a consumer ends with: of each interaction and contact the highest revision, and of equal ones the retraction. */
    private static Set<String> whatCounts(List<InteractionEvent> told) {
        var last = new HashMap<String, InteractionEvent>();
        told.forEach(fact ->
                last.merge(fact.interactionId() + " " + fact.contactId(), fact, BinaryOperator.maxBy(WHAT_COUNTS)));
        var counts = new TreeSet<String>();
        last.forEach((key, fact) -> {
            if (fact instanceof InteractionRecorded) {
                counts.add(key + " " + fact.kind().json() + " " + fact.direction() + " " + fact.occurredAt());
            }
        });
        return counts;
    }

    private Set<String> stored() {
        var stored = new TreeSet<String>();
        items(Map.of()).stream()
                .filter(it -> Boolean.TRUE.equals(it.get("matched")))
                .forEach(it -> stored.add(it.get("id")
                        + " " + it.get("contactId") + " " + it.get("kind") + " " + it.get("direction") + " "
                        + it.get("occurredAt")));
        return stored;
    }

    private List<Map<String, Object>> items(Map<String, ?> filter) {
        return workspace
                .as("alex")
                .queryParams(filter)
                .queryParam("limit", 200)
                .get("/v1/interactions")
                .path("items");
    }

    /** A tie counts what is stored. */
    private void assertCounted(UUID contact) {
        var items = items(Map.of("contact", contact));
        var tie = workspace.as("alex").get("/v1/relevance/" + contact);
        assertThat(tie.<Integer>path("interactions")).isEqualTo(items.size());
        for (var direction :
                Map.of("OUTBOUND", "lastOutboundAt", "INBOUND", "lastInboundAt").entrySet()) {
            var last = items.stream()
                    .filter(it -> it.get("direction").equals(direction.getKey()))
                    .map(it -> it.get("occurredAt"))
                    .findFirst();
            assertThat(tie.<Object>path(direction.getValue())).isEqualTo(last.orElse(null));
        }
    }

    private double strength(UUID contact) {
        var strength = workspace.as("alex").get("/v1/relevance/" + contact).<Number>path("strength");
        return strength == null ? 0 : strength.doubleValue();
    }

    private long applied() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from inbox where workspace_id = ? and consumer = 'engagement-ties'")) {
            select.setString(1, workspace.name());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
