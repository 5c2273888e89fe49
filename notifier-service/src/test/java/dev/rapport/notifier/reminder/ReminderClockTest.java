package dev.rapport.notifier.reminder;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.TestClock;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class ReminderClockTest {

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final String address = "alex-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void backToNow() {
        TestClock.reset(clock);
    }

    @Test
    void shouldLetAPlanSettleThatIsDueAtOnce() throws Exception {
        // Given a message that has waited for days, as an import brings it
        var waiting = touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(3)));
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna", null));

        // When it is planned
        publish(InteractionEvent.TOPIC, alex.workspace(), waiting);
        patiently().until(() -> states().size() == 1);

        // Then it is told a while after that, in which its answer could have come
        var reminder = alex.get("/v1/reminders");
        var planned = Instant.parse(reminder.getString("items[0].createdAt"));
        assertThat(Instant.parse(reminder.getString("items[0].wakesAt"))).isEqualTo(planned.plusSeconds(1));
        patiently().until(() -> states(), List.of("due")::equals);
    }

    @Test
    void shouldTellOnceByInboxAndMailWhenTheTimeOfDriftHasComeAndNotBefore() throws Exception {
        try (var smtp = Smtp.open()) {
            // Given a tie that drifts in ten days
            alex.prefer("{\"email\": \"" + address + "\", \"channels\": {\"drifting\": [\"email\"], \"edition\": []}}");
            var driftsAt = now.plus(Duration.ofDays(10));
            var last = touch(anna, CALL, OUTBOUND, now);
            publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna\r\nBcc: x@y.zz <b>", null));
            publish(InteractionEvent.TOPIC, alex.workspace(), last);
            publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(anna, 1, last.occurredAt(), driftsAt));
            patiently().until(() -> states(), List.of("scheduled")::equals);

            // When it is half a minute before that instant, and then that instant
            TestClock.set(clock, driftsAt.minusSeconds(30));
            await().during(Duration.ofSeconds(3)).until(() -> states(), List.of("scheduled")::equals);
            TestClock.set(clock, driftsAt);

            // Then there is one inbox item and one mail, which nobody can add headers to
            patiently().untilAsserted(() -> assertThat(smtp.to(address)).hasSize(1));
            assertThat(states()).containsExactly("due");
            assertThat(alex.get("/v1/inbox?category=reminder").getList("items.reminderId"))
                    .containsExactlyElementsOf(alex.get("/v1/reminders").getList("items.id"));
            assertThat(alex.get("/v1/inbox/unread-count").getLong("unread"))
                    .isEqualTo(alex.get("/v1/inbox").getList("items").size());
            var mail = smtp.to(address).get(0);
            assertThat(mail.getSubject()).isEqualTo("Get back in touch with Anna Bcc: x@y.zz <b>");
            assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@rapport.local>");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(new String(mail.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("text/html")
                    .contains("&lt;b&gt;");
        }
    }

    @Test
    void shouldDeliverEveryMailOnceWhenTheMailServerComesBack() throws Exception {
        // Given five reminders that became due while the mail server was away
        alex.prefer("{\"email\": \"" + address + "\"}");
        for (int i = 0; i < 5; i++) {
            oweReply(UUID.randomUUID(), "Person " + i, now.minus(Duration.ofDays(2)));
        }
        patiently().untilAsserted(() -> assertThat(
                        alex.get("/v1/inbox?category=reminder").getList("items"))
                .hasSize(5));

        try (var smtp = Smtp.open()) {
            patiently().untilAsserted(() -> assertThat(smtp.to(address)).hasSize(5));
            await().during(Duration.ofSeconds(3)).until(() -> smtp.to(address).size() == 5);
            assertThat(smtp.to(address))
                    .extracting(mail -> mail.getHeader("Message-ID")[0])
                    .doesNotHaveDuplicates();
        }
        assertThat(alex.get("/v1/inbox?category=reminder").getList("items")).hasSize(5);
    }

    @Test
    void shouldTellSevenTodayAndTheRestOnTheNextDaysWhenThirtyAreDueAtOnce() {
        for (int i = 0; i < 30; i++) {
            oweReply(
                    UUID.randomUUID(),
                    "Person " + i,
                    now.minus(Duration.ofDays(3)).plusSeconds(i));
        }
        patiently().untilAsserted(() -> {
            assertThat(alex.get("/v1/reminders?limit=200").getList("items")).hasSize(30);
            assertThat(due()).isEqualTo(7);
        });
        await().during(Duration.ofSeconds(3)).until(() -> due() == 7);

        // The next local morning, at the edition time of half past seven
        var morning = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        TestClock.set(clock, morning.plus(Duration.ofHours(7)));
        await().during(Duration.ofSeconds(3)).until(() -> due() == 7);
        TestClock.set(clock, morning.plus(Duration.ofMinutes(7 * 60 + 31)));

        patiently().until(() -> due() == 14);
        await().during(Duration.ofSeconds(3)).until(() -> due() == 14);
        assertThat(alex.get("/v1/inbox?limit=200&category=reminder").getList("items"))
                .hasSize(14);
    }

    @Test
    void shouldGiveTheCapToTheMostRelevantWhenThatSettlesAMomentLater() throws Exception {
        // Given a member who wants one reminder a day, and two that come due at the same time
        alex.prefer("{\"dailyCap\": 1}");
        var strong = UUID.randomUUID();
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(strong, 1, now, null));
        for (var contactId : List.of(anna, strong)) {
            publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", "Anna Berg", Told.MONTHLY));
            publish(
                    InteractionEvent.TOPIC,
                    alex.workspace(),
                    touch(contactId, CALL, OUTBOUND, now.minus(Duration.ofDays(20))));
        }
        patiently().until(() -> count("select count(*) from relevance where contact_id = '" + strong + "'") == 1);
        patiently()
                .until(() -> alex.get("/v1/reminders").getList("items.dueAt", String.class).stream()
                                .filter(due -> Instant.parse(due).isBefore(now.plus(Duration.ofDays(11))))
                                .count()
                        == 2);
        var due = Instant.parse(alex.get("/v1/reminders").getString("items[0].dueAt"));

        // When the stronger one settles a moment after the other
        assertThat(count("with moved as (update reminder set wake_at = wake_at + interval '700 ms' where contact_id = '"
                        + strong + "' returning 1) select count(*) from moved"))
                .isEqualTo(1);
        TestClock.set(clock, due.plusMillis(50));

        patiently().until(() -> due() == 1);
        assertThat(alex.get("/v1/reminders?state=due").getString("items[0].contactId"))
                .isEqualTo(strong.toString());
    }

    @Test
    void shouldMarkAReminderLateWhenTheServiceSleptOverItsTime() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        patiently().until(() -> states(), List.of("scheduled")::equals);

        TestClock.set(clock, now.plus(Duration.ofDays(40)));

        patiently().until(() -> states(), List.of("due")::equals);
        assertThat(alex.get("/v1/reminders").getBoolean("items[0].late")).isTrue();
    }

    @Test
    void shouldTellASnoozedReminderAgainWhenItsTimeHasCome() {
        oweReply(anna, "Anna Berg", now.minus(Duration.ofDays(2)));
        patiently().until(() -> states(), List.of("due")::equals);
        var id = alex.get("/v1/reminders").getString("items[0].id");
        var until = now.plus(Duration.ofDays(3));

        alex.post("/v1/reminders/" + id + "/snooze", "{\"until\": \"" + until + "\"}");
        assertThat(states()).containsExactly("snoozed");
        TestClock.set(clock, until.plusSeconds(10));

        patiently().until(() -> states(), List.of("due")::equals);
        assertThat(alex.get("/v1/inbox?category=reminder").getList("items")).hasSize(2);
    }

    private void oweReply(UUID contactId, String name, Instant askedAt) {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", name, null));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(contactId, EMAIL, INBOUND, askedAt));
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> states() {
        return alex.get("/v1/reminders").getList("items.state");
    }

    private int due() {
        return alex.get("/v1/reminders?state=due&limit=200").getList("items").size();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
