package dev.rapport.notifier.edition.press;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.edition.press.Morning.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class NewsAndNoiseTest {

    @Inject
    PublishDue press;

    @Inject
    DataSource database;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final UUID sam = UUID.randomUUID();
    private Morning morning;

    @BeforeEach
    void begin() {
        morning = new Morning(alex, press, database);
        tell(anna, "Anna Berg");
        tell(sam, "Sam Sales");
    }

    @Test
    void shouldTellASignalInOneEditionHoweverOftenItIsToldAgain() throws Exception {
        var post = Told.signal(anna, SignalKind.POST, "On trees", Instant.now());
        tell(post);

        morning.publish(Morning.of(0));
        tell(post);
        tell(retold(post, "On trees and rocks"));
        var pitch = Told.signal(sam, SignalKind.POST, "Buy now", Instant.now());
        tell(pitch);
        // Between the two mornings, whatever the time of day is now.
        update("update signal set heard_at = '" + Morning.at(0, LocalTime.NOON) + "' where signal_id = '"
                + pitch.signalId() + "'");
        morning.publish(Morning.of(1));

        assertThat(reasons(0)).containsExactly("Anna Berg posted: On trees");
        assertThat(reasons(1)).containsExactly("Sam Sales posted: Buy now");
    }

    @Test
    void shouldNotTellAsNewsWhatIsCongratulatedOrTakenBackOrLongAgo() throws Exception {
        tell(Told.signal(anna, SignalKind.PROMOTION, "Partner", Instant.now()));
        patiently().until(() -> alex.get("/v1/reminders").getList("items.kind").contains("congratulate"));
        var wrong = Told.signal(anna, SignalKind.POST, "Wrong", Instant.now());
        tell(wrong);
        Told.publish(
                SignalEvent.TOPIC,
                alex.workspace(),
                new SignalEvent.SignalRetracted(wrong.signalId(), anna, Instant.now()));
        patiently()
                .until(() -> morning.count("select count(*) from signal where retracted and signal_id = '"
                                + wrong.signalId() + "'")
                        == 1);
        tell(Told.signal(anna, SignalKind.POST, "Old", Instant.now().minus(Duration.ofDays(60))));

        morning.publish(Morning.of(0));

        assertThat(edition(0).getList("sections.kind", String.class)).containsExactly("congratulations");
    }

    @Test
    void shouldRankNewsByWhatTheTwoShare() throws Exception {
        alex.prefer("{\"interests\": [\"sailing\"]}");
        tell(Told.signal(anna, SignalKind.POST, "On trees", Instant.now()));
        tell(Told.signal(sam, SignalKind.POST, "Sailing alone", Instant.now()));

        morning.publish(Morning.of(0));

        assertThat(reasons(0)).containsExactly("Sam Sales posted: Sailing alone", "Anna Berg posted: On trees");
    }

    @Test
    void shouldFoldPitchesAndStrangersAtTheEnd() throws Exception {
        // Given news, two pitches, and a reaction of somebody to whom the member never wrote
        tell(Told.signal(anna, SignalKind.POST, "On trees", Instant.now()));
        morning.touch(sam, InteractionKind.PITCH, Direction.INBOUND, Duration.ofHours(2));
        morning.touch(sam, InteractionKind.PITCH, Direction.INBOUND, Duration.ofHours(1));
        var stranger = UUID.randomUUID();
        tell(stranger, "Stan Stranger");
        morning.touch(stranger, InteractionKind.REACTION, Direction.INBOUND, Duration.ofHours(1));
        var known = UUID.randomUUID();
        tell(known, "Kim Known");
        morning.touch(known, InteractionKind.CALL, Direction.OUTBOUND, Duration.ofDays(300));
        morning.touch(known, InteractionKind.REACTION, Direction.INBOUND, Duration.ofHours(1));

        morning.publish(Morning.of(0));

        var edition = edition(0);
        assertThat(edition.getList("sections.kind", String.class)).endsWith("noise");
        assertThat(edition.getList("sections[-1].items.reason", String.class))
                .containsExactlyInAnyOrder(
                        "Sam Sales sent 2 pitches", "Stan Stranger got in touch; you never wrote to them");
        assertThat(alex.call()
                        .get("/v1/editions/" + Morning.date(0) + "?format=html")
                        .asString())
                .contains("<details class=\"noise\">")
                .doesNotContain("<details class=\"noise\" open");
    }

    @Test
    void shouldLeaveOutWhoIsMuted() throws Exception {
        // Given news of two, and noise and a reply owed of the one who is muted
        tell(Told.signal(anna, SignalKind.POST, "On trees", Instant.now()));
        tell(Told.signal(sam, SignalKind.POST, "Buy now", Instant.now()));
        tell(Told.signal(sam, SignalKind.PROMOTION, "Head of sales", Instant.now()));
        morning.touch(sam, InteractionKind.PITCH, Direction.INBOUND, Duration.ofHours(2));
        morning.touch(sam, InteractionKind.EMAIL, Direction.INBOUND, Duration.ofDays(2));
        alex.call().put("/v1/mutes/contacts/" + sam).then().statusCode(200);

        morning.publish(Morning.of(0));

        assertThat(edition(0).getList("sections.kind", String.class)).containsExactly("news");
        assertThat(reasons(0)).containsExactly("Anna Berg posted: On trees");
    }

    private void tell(UUID contactId, String name) {
        Told.publish(ContactEvent.TOPIC, alex.workspace(), contact(contactId, 1, "alex", name, null));
        patiently()
                .until(() -> morning.count("select count(*) from contact where contact_id = '" + contactId + "'") == 1);
    }

    private void tell(SignalSeen signal) {
        Told.publish(SignalEvent.TOPIC, alex.workspace(), signal);
        patiently()
                .until(() -> morning.count("select count(*) from signal where signal_id = '" + signal.signalId()
                                + "' and revision >= " + signal.revisionNumber())
                        == 1);
    }

    private static SignalSeen retold(SignalSeen of, String title) {
        return new SignalSeen(
                of.signalId(),
                of.contactId(),
                of.owner(),
                of.kind(),
                title,
                of.link(),
                of.topics(),
                of.publishedAt(),
                of.seenAt(),
                of.source(),
                of.externalId(),
                2L);
    }

    private void update(String sql) throws Exception {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private JsonPath edition(int day) {
        return alex.get("/v1/editions/" + Morning.date(day));
    }

    private List<String> reasons(int day) {
        return edition(day).getList("sections[0].items.reason");
    }
}
