package dev.rapport.notifier.channel;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.InteractionEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.ScriptedSmtp;
import dev.rapport.notifier.Smtp;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@NotifierTest
class ChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern LINK = Pattern.compile("http\\S+/l/[\\w.-]+");

    @Inject
    SignedLinks links;

    private final Api alex = Api.ofNewWorkspace();
    private final String trusted = "alex-" + UUID.randomUUID() + "@example.org";
    private final String unknown = "alex-" + UUID.randomUUID() + "@example.net";

    @Test
    void shouldSendNothingButTheVerificationUntilTheAddressIsVerified() throws Exception {
        alex.prefer("{\"email\": \"" + unknown + "\"}");
        oweReply();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(channel().getInt("items[0].health.waiting"))
                .isEqualTo(1));
        assertThat(channel().getString("items[0].health.state")).isEqualTo("unverified");

        try (var smtp = Smtp.open()) {
            await().atMost(PATIENCE).until(() -> smtp.to(unknown).size() == 1);
            var link = link(smtp.to(unknown).get(0), 0);
            page().get(link).then().statusCode(200).body(containsString("<form method=\"post\">"));
            assertThat(channel().getString("items[0].health.state")).isEqualTo("unverified");

            page().post(link).then().statusCode(200).body(containsString("Thank you"));
            page().post(link).then().statusCode(200).body(containsString("Thank you"));

            await().atMost(PATIENCE).until(() -> smtp.to(unknown).size() == 2);
            assertThat(smtp.to(unknown).get(1).getSubject()).isEqualTo("Answer Anna Berg");
            assertThat(channel().getString("items[0].health.state")).isEqualTo("active");
        }
    }

    @Test
    void shouldSpeakTheMembersLanguage() throws Exception {
        alex.prefer("{\"language\": \"de\", \"email\": \"" + unknown + "\"}");
        oweReply();
        await().atMost(PATIENCE).until(() -> "due".equals(state()));
        var reminder = UUID.fromString(alex.get("/v1/reminders?state=due").getString("items[0].id"));

        try (var smtp = Smtp.open()) {
            await().atMost(PATIENCE).until(() -> smtp.to(unknown).size() == 1);
            var mail = smtp.to(unknown).get(0);
            assertThat(mail.getSubject()).isEqualTo("Ist das deine Adresse?");
            assertSays(link(mail, 0), "Ist das deine Adresse?", "Danke");
        }
        assertSays(url(LinkAction.SNOOZE, reminder), "Morgen erinnern", "Du wirst noch einmal erinnert");
        assertSays(url(LinkAction.DONE, reminder), "Ist das erledigt?", "<h1>Erledigt</h1>");
        assertSays(
                url(LinkAction.UNSUBSCRIBE, MailList.REMINDER.subject()),
                "Keine Erinnerungen mehr per Mail?",
                "Du bekommst keine Erinnerungen mehr");
    }

    @Test
    void shouldLimitHowOftenAVerificationMailIsSent() {
        var id = alex.post("/v1/channels", "{\"kind\": \"email\", \"address\": \"" + unknown + "\"}")
                .getString("id");

        alex.call()
                .post("/v1/channels/" + id + "/verification")
                .then()
                .statusCode(429)
                .header("Retry-After", org.hamcrest.Matchers.notNullValue());
        assertThat(alex.get("/v1/preferences").getString("email")).isEqualTo(unknown);
        new Api(alex.workspace(), "bob")
                .call()
                .post("/v1/channels/" + id + "/pause")
                .then()
                .statusCode(404);
        alex.call().delete("/v1/channels/" + id).then().statusCode(204);
        assertThat(alex.get("/v1/preferences").getString("email")).isNull();
    }

    @Test
    void shouldActByTheLinksOfAMailOnceTheyArePosted() throws Exception {
        alex.prefer("{\"email\": \"" + trusted + "\"}");
        oweReply();
        try (var smtp = Smtp.open()) {
            await().atMost(PATIENCE).until(() -> smtp.to(trusted).size() == 1);
            var mail = smtp.to(trusted).get(0);
            var done = link(mail, 0);
            var snooze = link(mail, 1);
            page().get(done)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Robots-Tag", containsString("noindex"));
            assertThat(state()).isEqualTo("due");

            page().post(snooze).then().statusCode(200);
            page().post(snooze).then().statusCode(200);
            assertThat(state()).isEqualTo("snoozed");
            page().post(done).then().statusCode(200).body(containsString("Anna Berg"));
            page().post(done).then().statusCode(200);

            assertThat(state()).isEqualTo("done");
            page().post(snooze).then().statusCode(409);
        }
    }

    @Test
    void shouldUnsubscribeByOneClickFromOneKindOfMail() throws Exception {
        alex.prefer("{\"email\": \"" + trusted + "\"}");
        oweReply();
        try (var smtp = Smtp.open()) {
            await().atMost(PATIENCE).until(() -> smtp.to(trusted).size() == 1);
            var mail = smtp.to(trusted).get(0);
            assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            var header = mail.getHeader("List-Unsubscribe")[0];
            var url = path(header.replaceAll("\\s", "").replaceAll("[<>]", ""));

            for (int i = 0; i < 2; i++) {
                given().contentType("application/x-www-form-urlencoded")
                        .formParam("List-Unsubscribe", "One-Click")
                        .post(url)
                        .then()
                        .statusCode(200);
            }

            var choices = alex.get("/v1/preferences");
            assertThat(choices.getList("channels.reply_owed")).isEmpty();
            assertThat(choices.getList("channels.edition")).contains("email");
        }
    }

    @Test
    void shouldRefuseForgedAndExpiredLinks() throws Exception {
        var url = path(links.url(LinkAction.DONE, alex.workspace(), "alex", UUID.randomUUID(), Duration.ofSeconds(-1)));
        page().post(url).then().statusCode(410).body(containsString("expired"));
        page().get(url + "x").then().statusCode(404);
        given().accept("application/json").post(url).then().statusCode(410).contentType("application/problem+json");
    }

    @Test
    void shouldPauseAnAddressThatIsRefusedAndSendWhatWaitedWhenItRecovers() throws Exception {
        alex.prefer("{\"dailyCap\": 50, \"email\": \"" + trusted + "\"}");
        try (var smtp = new ScriptedSmtp("550 no such user")) {
            oweReply();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(channel().getString("items[0].health.state"))
                    .isEqualTo("paused"));
        }
        assertThat(channel().getString("items[0].health.lastFault")).contains("550");
        assertThat(alex.get("/v1/inbox?category=notice").getList("items.kind")).contains("channel_paused");
        for (int i = 0; i < 12; i++) {
            oweReply();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(channel().getInt("items[0].health.waiting"))
                .isEqualTo(12));

        try (var smtp = Smtp.open()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(smtp.to(trusted))
                    .anyMatch(mail -> subject(mail).equals("11 messages waited for you")));
            assertThat(smtp.to(trusted)).hasSize(2);
            assertThat(channel().getString("items[0].health.state")).isEqualTo("active");
            assertThat(alex.get("/v1/inbox?category=notice").getList("items.kind"))
                    .contains("channel_resumed");
        }
    }

    @Test
    void shouldPauseNobodyWhenTheMailServerAsAWholeIsAway() {
        alex.prefer("{\"email\": \"" + trusted + "\"}");
        oweReply();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(channel().getString("items[0].health.state"))
                .isEqualTo("failing"));
        await().during(Duration.ofSeconds(5))
                .atMost(PATIENCE)
                .until(() -> channel().getString("items[0].health.state").equals("failing"));
    }

    private void oweReply() {
        var anna = UUID.randomUUID();
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        publish(
                InteractionEvent.TOPIC,
                alex.workspace(),
                touch(anna, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(2))));
    }

    private String url(LinkAction action, UUID subject) throws Exception {
        return path(links.url(action, alex.workspace(), "alex", subject, Duration.ofDays(1)));
    }

    private static void assertSays(String link, String offered, String done) {
        page().get(link)
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"de\">"))
                .body(containsString(offered));
        page().post(link)
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"de\">"))
                .body(containsString(done));
    }

    private JsonPath channel() {
        return alex.get("/v1/channels");
    }

    private String state() {
        return alex.get("/v1/reminders?state=due,snoozed,done").getString("items[0].state");
    }

    private static RequestSpecification page() {
        return given().accept("text/html");
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of a link in the mail's text, which the test calls where the service listens. */
    private static String link(MimeMessage mail, int number) throws MessagingException, IOException {
        var text = text(mail.getContent());
        return path(LINK.matcher(text).results().toList().get(number).group());
    }

    private static String text(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? text(parts.getBodyPart(0).getContent()) : content.toString();
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
