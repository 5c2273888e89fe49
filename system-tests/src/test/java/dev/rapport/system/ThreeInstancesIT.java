package dev.rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.system.TrialWorkspace.Owed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three instances of the notifier, killed at random while they send, by a mail server and to an endpoint that fail half the
 * time, and told everything three times: everything arrives everywhere, and nobody sees anything twice.
 * {@code -Dtrial.notifications} says how many there are at least, {@code -Dtrial.seed} which instances are killed.
 */
class ThreeInstancesIT {

    private static final int NOTIFICATIONS = Integer.getInteger("trial.notifications", 150);
    private static final long SEED = Long.getLong("trial.seed", 2026);
    private static final int INSTANCES = 3;
    private static final int KILLS = Integer.getInteger("trial.kills", 2);
    private static final Duration PATIENCE = Duration.ofSeconds(90 + NOTIFICATIONS / 10);

    private final RunningRapport rapport = RunningRapport.get();
    private final FlakyMailServer mail = new FlakyMailServer();
    private final FlakyEndpoint endpoint = new FlakyEndpoint();
    private final TrialWorkspace workspace = new TrialWorkspace(rapport, NOTIFICATIONS);
    private final Random random = new Random(SEED);
    private NotifierFleet fleet;
    private int kills;

    @BeforeEach
    void replaceTheSharedInstance() {
        fleet = new NotifierFleet(rapport, settings());
    }

    @AfterEach
    void bringItBack() {
        rapport.shiftClock(Duration.ZERO);
        fleet.close();
        mail.close();
        endpoint.close();
    }

    @Test
    void shouldTellEverythingOnceWhateverIsKilledReplayedOrFailing() throws Exception {
        int singly = 2 * TrialWorkspace.CONTACTS * workspace.members();
        int all = TrialWorkspace.TOLD_TO_EACH * workspace.members();
        System.out.printf("trial: seed=%d notifications=%d%n", SEED, all);
        fleet.start("trial-1", INSTANCES);
        workspace.prefer(fleet.first());
        workspace.register(fleet.first(), endpoint.url());

        // Reminders and alerts, as they come.
        var killer = killWhileSending(0, singly);
        workspace.happen();
        await().atMost(PATIENCE).until(() -> mails().size() >= singly);
        killer.join();

        // Editions, while everything is heard again.
        fleet.killAll();
        rapport.shiftClock(TrialWorkspace.EDITION_IN.plusHours(1));
        fleet.start("trial-2", INSTANCES);
        killer = killWhileSending(singly, all);
        await().atMost(PATIENCE).until(() -> mails().size() >= all);
        killer.join();

        // And again, to the end: by one alone, whose offsets no newcomer to the group keeps from being committed.
        fleet.killAll();
        fleet.start("trial-3", 1);
        await().atMost(PATIENCE)
                .until(() -> Replay.isOver(rapport.bootstrapServers(), NotifierFleet.groups("trial-3")));
        await().atMost(PATIENCE).until(() -> workspace.ledger().stream().allMatch(ThreeInstancesIT::isSent));
        await().atMost(PATIENCE).until(() -> endpoint.received().size() >= all);

        requireOneOfEachInEveryInbox();
        requireWhatTheLedgerSays(all);
    }

    /** More is killed the more was sent, in about equal steps; the next kill does not wait until the last one is mended. */
    private CompletableFuture<Void> killWhileSending(int from, int to) {
        return CompletableFuture.runAsync(() -> {
            for (int kill = 1; kill <= KILLS; kill++) {
                int threshold = from + kill * (to - from) / (KILLS + 1);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> mails().size() >= threshold);
                fleet.killOne(random);
                kills++;
            }
        });
    }

    private Map<String, List<FlakyMailServer.Mail>> mails() {
        return mail.received(workspace.name());
    }

    private void requireOneOfEachInEveryInbox() {
        for (var member : workspace.memberNames()) {
            var shown = workspace.as(member).all(fleet.first(), "/v1/inbox");
            var once = new HashSet<String>();
            shown.forEach(item -> assertThat(once.add(item.get("category").asText() + " of "
                            + item.path("contactId").asText("nobody")))
                    .as("told twice: %s", item)
                    .isTrue());
            assertThat(shown.stream()
                            .collect(Collectors.groupingBy(
                                    item -> item.get("category").asText(), Collectors.counting())))
                    .as(member)
                    .isEqualTo(Map.of(
                            "reminder", (long) TrialWorkspace.CONTACTS,
                            "alert", (long) TrialWorkspace.CONTACTS,
                            "edition", 1L));
        }
    }

    /** One row of each, one Message-ID and one webhook-id of each row, and one content under each id. */
    private void requireWhatTheLedgerSays(int all) throws SQLException {
        var ledger = workspace.ledger();
        assertThat(ledger).hasSize(all).extracting(Owed::notification).doesNotHaveDuplicates();
        var mails = mails();
        var events = endpoint.received();
        assertThat(mails.keySet())
                .as("the Message-IDs")
                .containsExactlyInAnyOrderElementsOf(
                        ledger.stream().map(Owed::delivery).toList());
        assertThat(events.values().stream()
                        .map(same -> same.get(0).at("/data/notificationId").asText()))
                .as("one webhook-id of each")
                .containsExactlyInAnyOrderElementsOf(
                        ledger.stream().map(Owed::notification).toList());
        System.out.printf(
                "trial: seed=%d kills=%d notifications=%d inbox=%d ledger=%d mails=%d (%d sent again) events=%d (%d sent again)%n",
                SEED, kills, all, all, ledger.size(), mails.size(), repeated(mails), events.size(), repeated(events));
    }

    /** How often something came once more; it was the same each time. */
    private static <T> int repeated(Map<String, List<T>> received) {
        received.values()
                .forEach(same ->
                        assertThat(new HashSet<>(same)).as("under one id").hasSize(1));
        return received.values().stream().mapToInt(same -> same.size() - 1).sum();
    }

    private static boolean isSent(Owed owed) {
        return owed.state().equals("sent");
    }

    /** As in production, but for times: what is retried is retried soon, and a lease of the dead ends soon. */
    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_MAILER_PORT", Integer.toString(mail.port()));
        settings.put("RAPPORT_EMAIL_PAUSE_AFTER", "1000");
        settings.put("RAPPORT_DELIVERY_TIMEOUT", "3s");
        settings.put("RAPPORT_DELIVERY_LEASE", "6s");
        settings.put("RAPPORT_DELIVERY_FIRST_RETRY", "0.2s");
        settings.put("RAPPORT_DELIVERY_LONGEST_RETRY", "1s");
        settings.put("RAPPORT_DELIVERY_CONCURRENCY", "4");
        settings.put("RAPPORT_WEBHOOKS_ALLOWED_HOSTS", "127.0.0.1");
        settings.put("RAPPORT_WEBHOOKS_TIMEOUT", "3s");
        settings.put("RAPPORT_WEBHOOKS_LEASE", "6s");
        settings.put("RAPPORT_WEBHOOKS_SCHEDULE", String.join(",", Collections.nCopies(60, "0.3s")));
        settings.put("RAPPORT_REMINDERS_SETTLE", "1s");
        settings.put("RAPPORT_ALERTS_SETTLE", "1s");
        return settings;
    }
}
