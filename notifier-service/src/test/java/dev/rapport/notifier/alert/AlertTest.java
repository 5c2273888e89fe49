package dev.rapport.notifier.alert;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.events.InteractionKind.MESSAGE;
import static dev.rapport.events.InteractionKind.PITCH;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.retraction;
import static dev.rapport.notifier.Told.signal;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.Told;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

@NotifierTest
class AlertTest {

    /** What is about nobody who is known is not judged yet. */
    private static final String UNJUDGED =
            "select count(*) from alert join contact using (workspace_id, contact_id) where workspace_id = ?";

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void shouldTellAtOnceByInboxAndMailWhatAContactOfThisRelevanceDoes() throws Exception {
        try (var smtp = Smtp.open()) {
            // Given a tie of a relevance over the threshold
            var address = "alex-" + UUID.randomUUID() + "@example.org";
            prefer(40, new JsonObject().put("email", address));
            know(anna, "Anna Berg");

            // When there is a post, which no reminder would tell
            publish(SignalEvent.TOPIC, alex.workspace(), signal(anna, SignalKind.POST, "On robots", now));

            // Then it is in the inbox, and mailed, once
            patiently().untilAsserted(() -> assertThat(smtp.to(address)).hasSize(1));
            assertThat(smtp.to(address).get(0).getSubject()).isEqualTo("Post by Anna Berg");
            assertThat(alerts("title")).containsExactly("Post by Anna Berg");
            assertThat(alerts("body").get(0)).startsWith("On robots\n").contains("Relevance 4");
        }
    }

    @Test
    void shouldTellWhatIsHeardBeforeTheContactThatItIsAbout() throws Exception {
        // Given a post by somebody of whom nothing else was heard yet, and that its time to settle is over
        prefer(0, new JsonObject());
        var post = signal(anna, SignalKind.POST, "On robots", now);
        publish(SignalEvent.TOPIC, alex.workspace(), post);
        patiently()
                .until(() -> count("select count(*) from alert where workspace_id = ? and cause = 'signal:"
                                + post.signalId() + "' and raise_at > created_at + interval '1100 ms'")
                        == 1);

        // When the contact comes
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));

        patiently().until(() -> alerts("title"), List.of("Post by Anna Berg")::equals);
    }

    @Test
    void shouldLeaveItForTheEditionWhenTheThresholdIsHigher() throws Exception {
        prefer(99, new JsonObject());
        know(anna, "Anna Berg");

        publish(SignalEvent.TOPIC, alex.workspace(), signal(anna, SignalKind.POST, "On robots", now));

        awaitJudged();
        assertThat(alerts("title")).isEmpty();
    }

    @Test
    void shouldTellOfTheFirstMessageOfARowAndOfNoneThatIsAnswered() throws Exception {
        prefer(40, new JsonObject());
        know(anna, "Anna Berg");
        var bernd = UUID.randomUUID();
        know(bernd, "Bernd Cors");

        // When Anna writes twice, and Bernd once and is answered
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now.minusSeconds(20)));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, MESSAGE, INBOUND, now.minusSeconds(10)));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(bernd, EMAIL, INBOUND, now.minusSeconds(20)));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(bernd, EMAIL, OUTBOUND, now.minusSeconds(5)));

        awaitJudged();
        assertThat(alerts("title")).containsExactly("Email from Anna Berg");
    }

    @Test
    void shouldNeverAlertOfPitchesStrangersOldNewsAndWhatWasTakenBack() throws Exception {
        prefer(0, new JsonObject());
        know(anna, "Anna Berg");
        var stranger = UUID.randomUUID();
        publish(ContactEvent.TOPIC, alex.workspace(), contact(stranger, 1, "alex", "S. Tranger", null));
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(stranger, 1, now, null));

        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, PITCH, INBOUND, now));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(stranger, EMAIL, INBOUND, now));
        publish(SignalEvent.TOPIC, alex.workspace(), signal(stranger, SignalKind.POST, "Buy this", now));
        publish(
                SignalEvent.TOPIC,
                alex.workspace(),
                signal(anna, SignalKind.POST, "Last week", now.minus(Duration.ofDays(7))));
        var mistaken = signal(anna, SignalKind.POST, "Someone else's", now);
        publish(SignalEvent.TOPIC, alex.workspace(), mistaken);
        publish(SignalEvent.TOPIC, alex.workspace(), new SignalRetracted(mistaken.signalId(), anna, now));
        var withdrawn = touch(anna, EMAIL, INBOUND, now);
        publish(InteractionEvent.TOPIC, alex.workspace(), withdrawn);
        publish(InteractionEvent.TOPIC, alex.workspace(), retraction(withdrawn));

        awaitJudged();
        assertThat(alerts("title")).isEmpty();
    }

    @Test
    void shouldNeverAlertOfSomebodyWhoIsMuted() throws Exception {
        prefer(40, new JsonObject());
        know(anna, "Anna Berg");
        alex.call().put("/v1/mutes/contacts/" + anna).then().statusCode(200);

        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now));
        publish(SignalEvent.TOPIC, alex.workspace(), signal(anna, SignalKind.POST, "On robots", now));

        awaitJudged();
        assertThat(alerts("title")).isEmpty();
    }

    @Test
    void shouldTellOnceHoweverOftenTheEventIsHeard() throws Exception {
        prefer(40, new JsonObject());
        know(anna, "Anna Berg");
        var post = signal(anna, SignalKind.POST, "On robots", now);
        for (int time = 0; time < 3; time++) {
            publish(SignalEvent.TOPIC, alex.workspace(), post);
            awaitJudged();
        }

        assertThat(alerts("title")).containsExactly("Post by Anna Berg");
    }

    @Test
    void shouldHoldBackInQuietHoursWhateverIsNotTimedByTheMember() throws Exception {
        // Given that it is the member's night, and a reply owed
        var from = now.atZone(ZoneOffset.UTC).toLocalTime().minusHours(1).truncatedTo(ChronoUnit.MINUTES);
        var night = new JsonObject()
                .put("from", from.toString())
                .put("to", from.plusHours(3).toString());
        prefer(40, new JsonObject().put("quietHours", night));
        know(anna, "Anna Berg");
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(2))));

        // When there is a post
        publish(SignalEvent.TOPIC, alex.workspace(), signal(anna, SignalKind.POST, "On robots", now));

        // Then both wait until the night is over
        var ends = now.atZone(ZoneOffset.UTC).with(from.plusHours(3)).toInstant();
        var end = ends.isAfter(now) ? ends : ends.plus(Duration.ofDays(1));
        patiently().untilAsserted(() -> {
            assertThat(raiseTimes()).containsExactly(end);
            assertThat(alex.get("/v1/reminders?kind=reply_owed").getList("items.wakesAt", String.class))
                    .allMatch(wakesAt -> Instant.parse(wakesAt).equals(end))
                    .hasSize(1);
        });
        assertThat(alex.get("/v1/inbox").getList("items")).isEmpty();
    }

    @Test
    void shouldSpeakTheMembersLanguage() throws Exception {
        prefer(40, new JsonObject().put("language", "de").put("timeZone", "Europe/Berlin"));
        know(anna, "Anna Berg");

        publish(SignalEvent.TOPIC, alex.workspace(), signal(anna, SignalKind.POST, "Über Roboter", now));

        awaitJudged();
        assertThat(alerts("title")).containsExactly("Beitrag von Anna Berg");
        assertThat(alerts("body").get(0)).contains("Relevanz 4");
    }

    private void prefer(int threshold, JsonObject others) {
        alex.prefer(others.put("alertThreshold", threshold).put("dailyCap", 50).encode());
    }

    /** A contact whom alex wrote to, of a relevance of 46. */
    private void know(UUID contact, String name) throws SQLException {
        var written = touch(contact, EMAIL, OUTBOUND, now.minus(Duration.ofDays(3)));
        publish(ContactEvent.TOPIC, alex.workspace(), contact(contact, 1, "alex", name, null));
        publish(InteractionEvent.TOPIC, alex.workspace(), written);
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(contact, 1, written.occurredAt(), null));
        patiently()
                .until(() -> count("select count(*) from relevance r join contact using (workspace_id, contact_id)"
                                + " join touch using (workspace_id, contact_id) where workspace_id = ? and contact_id = '"
                                + contact + "'")
                        >= 1);
    }

    /** Waits until all that was published was heard and judged. */
    private void awaitJudged() {
        var marker = UUID.randomUUID();
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(marker, MESSAGE, INBOUND, now));
        publish(SignalEvent.TOPIC, alex.workspace(), signal(marker, SignalKind.POST, "Marker", now));
        patiently()
                .until(() ->
                        count("select count(*) from touch where workspace_id = ? and contact_id = '" + marker + "'")
                                == 1);
        patiently()
                .until(() ->
                        count("select count(*) from signal where workspace_id = ? and contact_id = '" + marker + "'")
                                == 1);
        patiently().until(() -> count(UNJUDGED) == 0);
    }

    private List<String> alerts(String field) {
        var items = new JsonObject(alex.call().get("/v1/inbox").asString()).getJsonArray("items", new JsonArray());
        return items.stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("category").equals("alert"))
                .map(item -> item.getString(field))
                .toList();
    }

    private List<Instant> raiseTimes() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select raise_at from alert where workspace_id = ? and cause like 'signal:%'")) {
            select.setString(1, alex.workspace());
            try (var rows = select.executeQuery()) {
                var times = new ArrayList<Instant>();
                while (rows.next()) {
                    times.add(rows.getObject(1, OffsetDateTime.class).toInstant());
                }
                return times;
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, alex.workspace());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }
}
