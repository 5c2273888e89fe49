package dev.rapport.notifier.edition.press;

import static dev.rapport.notifier.Told.contact;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.Told;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;

/** A member's mornings to come, before which something happens. Nobody publishes them but the test. */
record Morning(Api member, PublishDue press, DataSource database) {

    /** A date well ahead of the clock, so that the service's own press leaves it alone. */
    static final LocalDate FIRST = LocalDate.now(ZoneOffset.UTC).plusDays(2);

    /** Half past seven, UTC, of the so manieth day. */
    static Instant of(int day) {
        return at(day, LocalTime.of(7, 30));
    }

    static Instant at(int day, LocalTime time) {
        return FIRST.plusDays(day).atTime(time).toInstant(ZoneOffset.UTC);
    }

    static String date(int day) {
        return FIRST.plusDays(day).toString();
    }

    /** Publishes all that is due by an instant. */
    void publish(Instant now) throws SQLException {
        while (press.publish(now) > 0) {
            // until nothing is
        }
    }

    /** Somebody of a warm tie waits for an answer. */
    void oweReply(UUID contactId, String name) {
        Told.publish(ContactEvent.TOPIC, member.workspace(), contact(contactId, 1, member.member(), name, null));
        Told.publish(RelevanceEvent.TOPIC, member.workspace(), Told.relevance(contactId, 1, Instant.now(), null));
        for (int weeks : new int[] {3, 2, 1}) {
            touch(contactId, InteractionKind.CALL, Direction.MUTUAL, Duration.ofDays(7L * weeks));
        }
        touch(contactId, InteractionKind.EMAIL, Direction.INBOUND, Duration.ofDays(2));
        patiently().until(() -> member.get("/v1/inbox?limit=200")
                .getList("items.contactId")
                .contains(contactId.toString()));
        patiently().until(() -> count("select count(*) from relevance where contact_id = '" + contactId + "'") == 1);
    }

    void touch(UUID contactId, InteractionKind kind, Direction direction, Duration ago) {
        publishTouch(Told.touch(contactId, kind, direction, Instant.now().minus(ago)));
    }

    private void publishTouch(InteractionEvent.InteractionRecorded touch) {
        Told.publish(InteractionEvent.TOPIC, member.workspace(), touch);
        patiently()
                .until(() -> count("select count(*) from touch where interaction_id = '" + touch.interactionId() + "'")
                        == 1);
    }

    long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
