package dev.rapport.engagement.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.Direction;
import dev.rapport.events.EventJson;
import dev.rapport.events.InboundEvent;
import dev.rapport.events.InboundEvent.InteractionReported;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@EngagementTest
class InboundTest {

    private static final String INTERACTION = "rapport.engagement.interaction-reported.v1";
    private static final String SIGNAL = "rapport.engagement.signal-reported.v1";

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldRecordOnceWhatPartnersReportHoweverOftenItIsDelivered() {
        // Given
        var jane = workspace.contact("alex", "jane@example.org");
        var call = "{\"contactId\": \"" + jane + "\", \"kind\": \"call\", \"direction\": \"OUTBOUND\","
                + " \"source\": \"crm\", \"externalId\": \"c-1\"}";
        var promotion = "{\"address\": \"Jane@example.org\", \"kind\": \"promotion\", \"title\": \"Promoted to VP\"}";

        // When each is delivered twice, and once more under another id
        for (int i = 0; i < 2; i++) {
            send(INTERACTION, "1", call);
            send(SIGNAL, "2", promotion);
        }
        send(INTERACTION, "3", call);

        // Then
        workspace.awaitInteractions(jane, 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        workspace.as("alex").get("/v1/timeline/" + jane).then().body("items", hasSize(2)));
        workspace
                .as("alex")
                .get("/v1/signals?contact=" + jane)
                .then()
                .body("items.source", contains("partner.example.org/feed"), "items.externalId", contains("2"));

        // And when something else is told of the same
        send(SIGNAL, "2", promotion.replace("VP", "SVP"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/signals?contact=" + jane)
                .then()
                .body("items.title", contains("Promoted to SVP")));
        await().untilAsserted(() ->
                assertThat(Topics.told(SignalEvent.TOPIC, workspace.name())).hasSize(2));
        assertThat(Topics.told(InteractionEvent.TOPIC, workspace.name())).hasSize(1);
    }

    @Test
    void shouldRecordOnceWhatTheNotifierReportsOfAReminderThatIsDone() {
        // Given a report as notifier-service writes it
        var jane = workspace.contact("alex");
        var reminder = UUID.randomUUID().toString();
        var report = EventJson.write(new InteractionReported(
                jane,
                null,
                InteractionKind.CALL,
                Direction.OUTBOUND,
                Instant.parse("2026-03-01T09:30:00.123456Z"),
                null,
                "Thanks",
                null,
                "rapport.notifier",
                reminder));

        // When
        send(INTERACTION, "1", report);
        send(INTERACTION, "2", report);

        // Then
        workspace.awaitInteractions(jane, 1);
        var told = Topics.told(InteractionEvent.TOPIC, workspace.name());
        assertThat(told).singleElement().isInstanceOfSatisfying(InteractionRecorded.class, recorded -> {
            assertThat(recorded.source()).isEqualTo("rapport.notifier");
            assertThat(recorded.externalId()).isEqualTo(reminder);
            assertThat(recorded.subject()).isEqualTo("Thanks");
        });
    }

    @Test
    void shouldPutWhatRestWouldRefuseAmongTheDeadLettersAndRecordTheOthers() {
        // Given
        var jane = workspace.contact("alex");
        var good = "{\"contactId\": \"" + jane + "\", \"kind\": \"birthday\", \"title\": \"Birthday\"}";
        var bad = new HashMap<String, String>();
        bad.put("kind must be one of", good.replace("birthday", "hologram"));
        bad.put("title must not be blank", good.replace("Birthday", " "));
        bad.put("nickname is not a known field", good.replace("{", "{\"nickname\": 1, "));
        bad.put("contactId or address", "{\"kind\": \"birthday\", \"title\": \"Birthday\"}");
        bad.put("no JSON object", "7");
        bad.put("well-formed JSON", "{");

        // When
        bad.values().forEach(data -> send(SIGNAL, "bad", data));
        send("rapport.engagement.gossip-reported.v1", "bad", good);
        send(INTERACTION, "bad", good);
        var headers = headers(SIGNAL, "bad");
        headers.remove(CloudEvents.WORKSPACE);
        Topics.send(InboundEvent.TOPIC.name(), workspace.name(), headers, bytes(good));
        send(SIGNAL, "good", good);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/signals?contact=" + jane)
                .then()
                .body("items.externalId", contains("good"), "items[0].matched", equalTo(true)));
        var causes = Topics.read(InboundEvent.TOPIC.deadLetters(), workspace.name()).stream()
                .map(InboundTest::cause)
                .toList();
        assertThat(causes).hasSize(bad.size() + 3).noneMatch(cause -> cause.contains(jane.toString()));
        bad.keySet().forEach(words -> assertThat(causes).anyMatch(cause -> cause.contains(words)));
        assertThat(causes)
                .anyMatch(cause -> cause.contains("ce_type is none of " + INTERACTION))
                .anyMatch(cause -> cause.contains("ce_workspace is missing"));
    }

    private void send(String type, String id, String data) {
        Topics.send(InboundEvent.TOPIC.name(), workspace.name(), headers(type, id), bytes(data));
    }

    private Map<String, String> headers(String type, String id) {
        return new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                CloudEvents.TYPE,
                type,
                CloudEvents.ID,
                id,
                CloudEvents.SOURCE,
                "partner.example.org/feed",
                CloudEvents.WORKSPACE,
                workspace.name()));
    }

    private static byte[] bytes(String data) {
        return data.getBytes(StandardCharsets.UTF_8);
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return CloudEvents.text(letter.headers().lastHeader("rapport-dlq-cause").value());
    }
}
