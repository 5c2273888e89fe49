package dev.rapport.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Event;
import dev.rapport.messaging.CrashingProcess.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real processes that die with {@code halt} at the worst moments. The oracle compares what was committed to the outbox with
 * what took effect: nothing lost, nothing twice.
 */
class CrashTest {

    private static final int CONTACTS = 12;
    private static final int EVENTS = 300;
    private static final int CRASHES = Integer.getInteger("crash.times", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String workspace = "ws-" + UUID.randomUUID();
    private final String group = "crash-" + UUID.randomUUID();
    private final Random random = new Random(7);
    private final List<Process> running = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (var process : running) {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Point.class, names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void shouldApplyEveryEventExactlyOnce(Point point) throws Exception {
        boolean relayDies = point == Point.BEFORE_SEND || point == Point.BEFORE_DELETE;
        var events = commitEvents();

        for (int crash = 0; crash < CRASHES; crash++) {
            var victim = start(relayDies ? "relay" : "consumer", point, random.nextInt(3));
            var other = start(relayDies ? "consumer" : "relay", Point.NEVER, 0);
            assertThat(victim.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(victim.exitValue()).isEqualTo(137);
            other.destroyForcibly().waitFor();
        }
        start("relay", Point.NEVER, 0);
        start("consumer", Point.NEVER, 0);

        await().atMost(PATIENCE).until(() -> effects() >= EVENTS && outboxRows() == 0);
        assertThat(effects()).isEqualTo(EVENTS);
        assertThat(distinctEffects()).isEqualTo(EVENTS);
        if (point == Point.BEFORE_DELETE) {
            assertThat(TopicReader.read(ContactEvent.TOPIC.name(), workspace))
                    .as("the crash did make Kafka hold duplicates")
                    .hasSizeGreaterThan(EVENTS);
        }
        assertThat(events).hasSize(EVENTS);
    }

    private List<Event<ContactEvent>> commitEvents() {
        var contacts = random.ints(CONTACTS).mapToObj(i -> UUID.randomUUID()).toList();
        var events = new ArrayList<Event<ContactEvent>>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(Deletions.event(workspace, contacts.get(random.nextInt(CONTACTS)), i));
        }
        events.forEach(Deletions::commit);
        return events;
    }

    private Process start(String role, Point point, int survivals) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingProcess.class.getName(),
                        role,
                        MessagingStack.JDBC_URL,
                        MessagingStack.KAFKA,
                        group,
                        point.name(),
                        Integer.toString(survivals))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.add(process);
        return process;
    }

    private long effects() {
        return MessagingStack.count(
                "select count(*) from effect e join inbox i using (event_id) where i.workspace_id = '" + workspace
                        + "'");
    }

    private long distinctEffects() {
        return MessagingStack.count("select count(distinct event_id) from effect e join inbox i using (event_id)"
                + " where i.workspace_id = '" + workspace + "'");
    }

    private long outboxRows() {
        return MessagingStack.count("select count(*) from outbox where workspace_id = '" + workspace + "'");
    }
}
