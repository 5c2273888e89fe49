package dev.rapport.engagement.tie;

import static org.awaitility.Awaitility.await;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngagementTest
class ChangingContactTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCHES = 60;
    private static final int BATCH = 20;

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldCountEveryInteractionWhileItsContactKeepsChanging() throws InterruptedException {
        // Given contacts of which new snapshots keep coming
        var contacts =
                IntStream.range(0, 4).mapToObj(i -> workspace.contact("alex")).toList();
        var recording = new AtomicBoolean(true);
        var changes = new Thread(() -> {
            for (long version = 2; recording.get(); version++) {
                for (var contact : contacts) {
                    workspace.publish(contact, version, version % 7 == 0 ? "bea" : "alex");
                }
            }
        });
        changes.start();

        // When
        for (int batch = 0; batch < BATCHES; batch++) {
            workspace
                    .as("alex")
                    .body(Map.of("items", items(contacts, batch)))
                    .post("/v1/interactions/batch")
                    .then()
                    .statusCode(200);
        }
        recording.set(false);
        changes.join();

        // Then
        for (var contact : contacts) {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> workspace
                                    .as("alex")
                                    .get("/v1/relevance/" + contact)
                                    .path("interactions"),
                            Integer.valueOf(BATCHES * BATCH / contacts.size())::equals);
        }
    }

    private static List<Map<String, String>> items(List<UUID> contacts, int batch) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> Map.of(
                        "contactId",
                        contacts.get(i % contacts.size()).toString(),
                        "kind",
                        "message",
                        "direction",
                        "OUTBOUND",
                        "occurredAt",
                        START.plusSeconds(60L * (batch * BATCH + i)).toString()))
                .toList();
    }
}
