package dev.rapport.notifier.edition.press;

import static dev.rapport.notifier.edition.press.Morning.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Sink;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.batch.MemberKey;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class PressTest {

    @Inject
    PublishDue press;

    @Inject
    Preview preview;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final String address = "alex-" + UUID.randomUUID() + "@example.org";
    private Morning morning;

    @BeforeEach
    void begin() {
        morning = new Morning(alex, press, database);
        alex.prefer("{\"email\": \"" + address + "\"}");
    }

    @Test
    void shouldPublishOnceWhateverTicksAtOnceOrAgain() throws Exception {
        // Given
        morning.oweReply(anna, "Anna Berg");

        // When four presses run at the same time, and once more
        var presses = Executors.newFixedThreadPool(4);
        Callable<Void> run = () -> {
            morning.publish(Morning.of(0));
            return null;
        };
        for (var done : presses.invokeAll(List.of(run, run, run, run))) {
            done.get();
        }
        presses.shutdown();
        reset();
        morning.publish(Morning.of(0).plusSeconds(60));

        // Then there is one edition, one inbox item and one mail
        assertThat(dates()).containsExactly(Morning.date(0));
        assertThat(told()).hasSize(1);
        try (var smtp = Smtp.open()) {
            patiently().untilAsserted(() -> assertThat(editions(smtp)).hasSize(1));
            await().during(Duration.ofSeconds(3)).until(() -> editions(smtp).size() == 1);
        }
    }

    @Test
    void shouldTellPartnersOfAnEditionWithoutNamingAnybody() throws Exception {
        try (var sink = Sink.answering(200)) {
            alex.prefer("{\"channels\": {\"reply_owed\": []}}");
            alex.call()
                    .body("{\"url\": \"" + sink.url() + "\"}")
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);
            morning.oweReply(anna, "Anna Berg");

            morning.publish(Morning.of(0));

            patiently().until(() -> !sink.received().isEmpty());
            var event = sink.received().get(0).event();
            assertThat(event.getString("type")).isEqualTo("rapport.edition.published.v1");
            assertThat(event.getJsonObject("data").getString("date")).isEqualTo(Morning.date(0));
            assertThat(event.encode()).doesNotContain("Anna").doesNotContain(anna.toString());
        }
    }

    @Test
    void shouldPublishExactlyWhatThePreviewShowed() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        String shown;
        try (var connection = database.getConnection()) {
            shown = json.writeValueAsString(
                    preview.of(connection, new MemberKey(alex.workspace(), "alex"), Morning.of(0)));
        }

        morning.publish(Morning.of(0));

        var published = alex.call().get("/v1/editions/" + Morning.date(0)).asString();
        assertThat(json.readTree(published)).isEqualTo(json.readTree(shown));
        assertThat(json.readTree(published).findValuesAsText("contactName")).containsExactly("Anna Berg");
        assertThat(json.readTree(published).findValue("trend")).hasSize(26);
    }

    @Test
    void shouldNotPublishADateAgainWhenTheMemberTravelsBackToIt() throws Exception {
        // Given
        morning.oweReply(anna, "Anna Berg");
        morning.publish(Morning.of(0));
        morning.publish(Morning.of(1));

        // When the member flies to Samoa, where it is yesterday evening
        alex.prefer("{\"timeZone\": \"Pacific/Pago_Pago\", \"email\": \"" + address + "\"}");
        reset();
        morning.publish(Morning.of(1).plusSeconds(60));

        assertThat(dates()).containsExactly(Morning.date(1), Morning.date(0));
        assertThat(told()).hasSize(2);
    }

    @Test
    void shouldLeaveOutTheDaysOnWhichTheMemberDoesNotLook() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        alex.prefer("{\"editionDays\": [\"" + Morning.FIRST.plusDays(1).getDayOfWeek() + "\"]}");

        for (int day = 0; day < 4; day++) {
            morning.publish(Morning.of(day));
        }

        assertThat(dates()).containsExactly(Morning.date(1));
    }

    @Test
    void shouldPublishOneLateEditionAfterAnOutageAndNoPileOfOldOnes() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        morning.publish(Morning.of(0));

        morning.publish(Morning.at(4, LocalTime.of(9, 0)));

        assertThat(dates()).containsExactly(Morning.date(4), Morning.date(0));
        assertThat(alex.get("/v1/editions").getList("items.late")).containsExactly(true, false);
        morning.publish(Morning.of(5));
        assertThat(alex.get("/v1/editions/" + Morning.date(5)).getBoolean("late"))
                .isFalse();
    }

    @Test
    void shouldSayNothingAllDayWhenNothingNeedsTheMemberInTheMorning() throws Exception {
        morning.publish(Morning.of(0));
        morning.oweReply(anna, "Anna Berg");
        reset();
        morning.publish(Morning.at(0, LocalTime.of(12, 0)));

        assertThat(dates()).isEmpty();
        assertThat(told()).isEmpty();
        morning.publish(Morning.of(1));
        assertThat(dates()).containsExactly(Morning.date(1));
    }

    @Test
    void shouldSayThatNothingNeedsTheMemberWhereThatIsWanted() throws Exception {
        alex.prefer("{\"emptyEdition\": \"send\", \"email\": \"" + address + "\"}");

        morning.publish(Morning.of(0));

        assertThat(alex.get("/v1/editions").getList("items.itemCount")).containsExactly(0);
        assertThat(alex.get("/v1/editions").getString("items[0].headline")).isEqualTo("Nothing needs you today");
        try (var smtp = Smtp.open()) {
            patiently().untilAsserted(() -> assertThat(editions(smtp)).hasSize(1));
            assertThat(editions(smtp).get(0)).startsWith("Nothing needs you today · ");
        }
    }

    @Test
    void shouldPublishForTheOthersWhenOneMembersPreferencesCannotBeRead() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        var bob = new Api(alex.workspace(), "bob");
        bob.prefer("{\"emptyEdition\": \"send\"}");
        update("update preference set time_zone = 'Nowhere/City' where workspace_id = ? and member = 'bob'");

        morning.publish(Morning.of(0));

        assertThat(dates()).containsExactly(Morning.date(0));
        update("update preference set time_zone = 'UTC' where workspace_id = ? and member = 'bob'");
        morning.publish(Morning.of(0).plus(Duration.ofMinutes(16)));
        assertThat(bob.get("/v1/editions").getList("items.date")).containsExactly(Morning.date(0));
    }

    /** As if the member's time had come again. */
    private void reset() throws SQLException {
        update("update edition_schedule set next_at = now() where workspace_id = ?");
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, alex.workspace());
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private List<String> dates() {
        return alex.get("/v1/editions").getList("items.date");
    }

    private List<String> told() {
        return alex.get("/v1/inbox?limit=200").getList("items.kind", String.class).stream()
                .filter("edition"::equals)
                .toList();
    }

    /** The subjects of the mails that brought editions. */
    private List<String> editions(Smtp smtp) {
        return smtp.to(address).stream()
                .map(PressTest::subject)
                .filter(subject -> subject.contains(" · "))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
