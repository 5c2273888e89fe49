package dev.rapport.notifier.webhook;

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
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.ScriptedSmtp;
import dev.rapport.notifier.Sink;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.Tables;
import dev.rapport.notifier.Told;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the features tell partners. */
@NotifierTest
class WiredEventsTest {

    private static final String WEBHOOKS_FOR_ALL = "{\"channels\": {}}";

    /** As many as there can be mails of other tests on their way. */
    private static final String[] REFUSALS =
            Collections.nCopies(200, "550 no such user").toArray(String[]::new);

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Sink sink = Sink.answering(204);

    @Inject
    DataSource database;

    @BeforeEach
    void listen() {
        Partner.at(alex, sink.url());
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void shouldTellOfADueReminderAndOfWhatTheMemberDoesWithIt() {
        alex.prefer(WEBHOOKS_FOR_ALL);

        oweReply(anna);

        var due = first(EventTypes.REMINDER_DUE);
        assertThat(due.getString("subject")).isEqualTo(anna.toString());
        assertThat(due.getString("member")).isEqualTo("alex");
        var data = due.getJsonObject("data");
        assertThat(data.getString("kind")).isEqualTo("reply_owed");
        assertThat(data.getString("title")).isEqualTo("Answer Anna Berg");
        var id = data.getString("reminderId");
        assertThat(alex.get("/v1/inbox").getList("items.id")).containsExactly(data.getString("notificationId"));

        alex.post("/v1/reminders/" + id + "/done", "");

        var acted = first(EventTypes.REMINDER_ACTED_ON);
        assertThat(acted.getString("subject")).isEqualTo(anna.toString());
        assertThat(acted.getJsonObject("data").getString("reminderId")).isEqualTo(id);
        assertThat(acted.getJsonObject("data").getString("action")).isEqualTo("done");
    }

    @Test
    void shouldNotTellOfADueReminderThatTheMemberWantsNoWebhookFor() {
        alex.prefer("{\"channels\": {\"reply_owed\": []}}");
        oweReply(anna);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> !alex.get("/v1/inbox").getList("items").isEmpty());

        alex.post("/v1/reminders/" + alex.get("/v1/inbox").getString("items[0].reminderId") + "/done", "");

        first(EventTypes.REMINDER_ACTED_ON);
        assertThat(sink.types()).containsExactly(EventTypes.REMINDER_ACTED_ON);
    }

    @Test
    void shouldTellOfAnAlert() {
        alex.prefer("{\"channels\": {}, \"alertThreshold\": 40}");
        var written = touch(anna, EMAIL, OUTBOUND, Instant.now().minus(Duration.ofDays(3)));
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        publish(InteractionEvent.TOPIC, alex.workspace(), written);
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(anna, 1, written.occurredAt(), null));
        awaitTables("touch", "relevance");
        publish(SignalEvent.TOPIC, alex.workspace(), Told.signal(anna, SignalKind.POST, "On robots", Instant.now()));

        var alert = first(EventTypes.ALERT_RAISED);
        assertThat(alert.getString("subject")).isEqualTo(anna.toString());
        assertThat(alert.getJsonObject("data").getString("kind")).isEqualTo("post");
        assertThat(alex.get("/v1/inbox").getList("items.id"))
                .contains(alert.getJsonObject("data").getString("notificationId"));
    }

    @Test
    void shouldTellThatMailIsPausedAndThatItArrivesAgain() throws Exception {
        alex.prefer("{\"email\": \"alex-" + UUID.randomUUID() + "@example.org\","
                + " \"channels\": {\"reply_owed\": [\"email\"]}}");
        try (var smtp = new ScriptedSmtp(REFUSALS)) {
            oweReply(anna);
            var paused = first(EventTypes.CHANNEL_PAUSED);
            assertThat(paused.getJsonObject("data").getString("channel")).isEqualTo("email");
            assertThat(paused.getJsonObject("data").getString("channelId"))
                    .isEqualTo(alex.get("/v1/channels").getString("items[0].id"));
        }
        try (var smtp = Smtp.open()) {
            oweReply(UUID.randomUUID());
            first(EventTypes.CHANNEL_RESUMED);
        }
    }

    private void oweReply(UUID contactId) {
        var at = Instant.now().minus(Duration.ofDays(2));
        publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", "Anna Berg", null));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(contactId, EMAIL, INBOUND, at));
    }

    private void awaitTables(String... tables) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(Tables.mentioning(database, anna.toString())).contains(tables));
    }

    /** The first event of a type that arrived. */
    private JsonObject first(String type) {
        await().atMost(Duration.ofSeconds(60)).until(() -> sink.types().contains(type));
        return sink.received().get(sink.types().indexOf(type)).event();
    }
}
