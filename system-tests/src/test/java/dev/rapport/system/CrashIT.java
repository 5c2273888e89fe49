package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Services killed without farewell while a partner writes: nothing acknowledged is lost, nothing counts twice. */
class CrashIT {

    private static final int CONTACTS = 10;
    private static final int INTERACTIONS = Integer.getInteger("crash.interactions", 600);
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void shouldLoseNothingAndCountNothingTwiceWhenServicesAreKilled() throws InterruptedException {
        var rapport = RunningRapport.get();
        var workspace = "ws-" + UUID.randomUUID();
        var api = rapport.as(workspace, "alex");
        for (int i = 0; i < CONTACTS; i++) {
            api.addContact("Contact " + i, "c" + i + "@" + workspace + ".example");
        }
        var acknowledged = new AtomicInteger();
        var killer = new Thread(() -> killAtRandom(rapport, acknowledged));
        killer.start();

        while (acknowledged.get() < INTERACTIONS) {
            recordUntilAcknowledged(rapport, api, workspace, acknowledged.get());
            acknowledged.incrementAndGet();
        }
        killer.join();

        await().atMost(PATIENCE).until(() -> counted(rapport, api) >= INTERACTIONS);
        assertThat(counted(rapport, api)).isEqualTo(INTERACTIONS);
        assertThat(api.all(rapport.engagement(), "/v1/relevance")).hasSize(CONTACTS);
        assertThat(stored(rapport, api)).isEqualTo(INTERACTIONS);
    }

    /** As a partner would: the same source and external id until there is an answer. */
    private static void recordUntilAcknowledged(RunningRapport rapport, Api api, String workspace, int number) {
        var body = Map.of(
                "address",
                "c" + number % CONTACTS + "@" + workspace + ".example",
                "kind",
                "message",
                "direction",
                number % 3 == 0 ? "INBOUND" : "OUTBOUND",
                "occurredAt",
                Instant.parse("2026-06-01T00:00:00Z").plusSeconds(number * 600L).toString(),
                "source",
                "crash-test",
                "externalId",
                Integer.toString(number));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            try {
                var status = api.send(rapport.engagement(), "POST", "/v1/interactions", body)
                        .status();
                assertThat(status).isIn(200, 201, 503);
                return status != 503;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    /** Kills in the middle of the writing, each time after some more was acknowledged, most often the service written to. */
    private static void killAtRandom(RunningRapport rapport, AtomicInteger acknowledged) {
        var random = new Random(3);
        for (int kill = 1; kill <= KILLS; kill++) {
            int threshold = kill * INTERACTIONS / (KILLS + 1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> acknowledged.get() >= threshold);
            rapport.killAndRestart(rapport.all().get(kill % 2 == 0 ? random.nextInt(3) : 1));
        }
    }

    private static long counted(RunningRapport rapport, Api api) {
        return api.all(rapport.engagement(), "/v1/relevance").stream()
                .mapToLong(item -> item.get("interactions").asLong())
                .sum();
    }

    private static long stored(RunningRapport rapport, Api api) {
        return api.all(rapport.engagement(), "/v1/relevance").stream()
                .mapToLong(item -> api.all(
                                rapport.engagement(),
                                "/v1/interactions?contact="
                                        + item.get("contactId").asText())
                        .size())
                .sum();
    }
}
