package dev.rapport.notifier.delivery;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.NotificationEvent;
import dev.rapport.events.NotificationEvent.NotificationFailed;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.Heard;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.ScriptedSmtp;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.preference.Language;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@NotifierTest
class DeliveryTest {

    @Inject
    DataSource database;

    @Inject
    RecordOutcomes deliveries;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final String address = "alex-" + UUID.randomUUID() + "@example.org";

    @Test
    void shouldTryOnceAndSayWhyWhenTheServerRefusesTheRecipientForGood() throws Exception {
        try (var smtp = new ScriptedSmtp("550 no such user");
                var heard = new Heard<>(NotificationEvent.TOPIC, alex.workspace())) {
            oweReply();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stateAndAttempts().equals("failed 1"));
            assertThat(mine(smtp)).hasSize(1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> heard.events().stream().anyMatch(NotificationFailed.class::isInstance));
            assertThat(alex.get("/v1/inbox?category=reminder").getList("items")).hasSize(1);
        }
    }

    @Test
    void shouldTryAgainWhenTheServerIsBusy() throws Exception {
        try (var smtp = new ScriptedSmtp("451 busy", "451 busy")) {
            oweReply();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stateAndAttempts().equals("sent 3"));
            assertThat(mine(smtp)).hasSize(3);
        }
    }

    /** More silent conversations than the mail client keeps connections: a hung one must not keep its place for ever. */
    @Test
    void shouldDeliverEveryMailWhenTheServerFellSilentInManyConversations() throws Exception {
        var silences = new String[12];
        Arrays.fill(silences, ScriptedSmtp.SILENCE);
        try (var smtp = new ScriptedSmtp(silences)) {
            alex.prefer("{\"dailyCap\": 50, \"email\": \"" + address + "\"}");
            for (int i = 0; i < 12; i++) {
                oweReply(UUID.randomUUID());
            }

            await().atMost(Duration.ofSeconds(60)).until(() -> count("sent") == 12);
            assertThat(mine(smtp)).hasSizeGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void shouldSendNoMailWhenTheReminderTookCareOfItselfWhileTheServerWasAway() throws Exception {
        oweReply();
        await().atMost(Duration.ofSeconds(30)).until(() -> stateAndAttempts().startsWith("pending"));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, OUTBOUND, Instant.now()));

        await().atMost(Duration.ofSeconds(30)).until(() -> stateAndAttempts().startsWith("withdrawn"));
        try (var smtp = Smtp.open()) {
            await().during(Duration.ofSeconds(3)).until(() -> smtp.to(address).isEmpty());
        }
    }

    /** A worker that slept over its lease comes back with a result for what another one has claimed since. */
    @Test
    void shouldIgnoreAResultWhoseLeaseWentToAnother() throws Exception {
        oweReply();
        await().atMost(Duration.ofSeconds(30)).until(() -> stateAndAttempts().startsWith("pending"));
        var stale = new Claimed(
                alex.workspace(),
                id(),
                UUID.randomUUID(),
                1,
                address,
                UUID.randomUUID(),
                "alex",
                "reminder",
                anna,
                UUID.randomUUID(),
                "title",
                "body",
                null,
                Language.EN,
                true);

        deliveries.record(Map.of(stale, new Outcome.Sent()));

        assertThat(stateAndAttempts()).startsWith("pending");
    }

    private void oweReply() {
        alex.prefer("{\"email\": \"" + address + "\"}");
        oweReply(anna);
    }

    private void oweReply(UUID contactId) {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", "Anna Berg", null));
        var asked = touch(contactId, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(2)));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
    }

    private List<String> mine(ScriptedSmtp smtp) {
        return smtp.recipients().stream().filter(line -> line.contains(address)).toList();
    }

    private String stateAndAttempts() throws SQLException {
        return read("select state || ' ' || attempts from delivery where workspace_id = ?");
    }

    private int count(String state) throws SQLException {
        return Integer.parseInt(
                read("select count(*) from delivery where state = '" + state + "' and workspace_id = ?"));
    }

    private UUID id() throws SQLException {
        return UUID.fromString(read("select id::text from delivery where workspace_id = ?"));
    }

    private String read(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, alex.workspace());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "none";
            }
        }
    }
}
