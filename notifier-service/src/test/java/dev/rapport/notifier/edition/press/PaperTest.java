package dev.rapport.notifier.edition.press;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.edition.press.Morning.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.Tables;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class PaperTest {

    @Inject
    PublishDue press;

    @Inject
    DataSource database;

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
    void shouldShowAPageThatSpeaksTheMembersLanguageAndNeedsNothingButItself() throws Exception {
        alex.prefer("{\"language\": \"de\"}");
        morning.oweReply(anna, "Anna Berg");
        morning.publish(Morning.of(0));

        var answer = alex.call().accept("text/html,*/*;q=0.8").get("/v1/editions/" + Morning.date(0));

        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.asString())
                .contains(
                        "<html lang=\"de\">",
                        "Der Rapport",
                        "Offene Antworten",
                        "<svg role=\"img\"",
                        "Die Verbindung in")
                .doesNotContainPattern("(?i)<script|<link|<img|@import|url\\(|src=");
        assertThat(alex.get("/v1/editions/" + Morning.date(0)).getString("sections[0].title"))
                .isEqualTo("Offene Antworten");
    }

    @Test
    void shouldMakeNothingThatPeopleTypedIntoMarkup() throws Exception {
        morning.oweReply(anna, "<script>alert(1)</script> \"&'");
        morning.publish(Morning.of(0));

        var page = alex.call()
                .get("/v1/editions/" + Morning.date(0) + "?format=html")
                .asString();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39;")
                .doesNotContain("<script");
        assertThat(alex.call().get("/v1/editions/preview?format=html").asString())
                .doesNotContain("<script");
    }

    @Test
    void shouldMailTheSameAsPlainTextAndAsHtml() throws Exception {
        morning.oweReply(anna, "Anna <b>Berg</b>");
        morning.publish(Morning.of(0));

        try (var smtp = Smtp.open()) {
            patiently().until(() -> smtp.to(address).stream().anyMatch(PaperTest::isEdition));
            var mail = smtp.to(address).stream()
                    .filter(PaperTest::isEdition)
                    .findFirst()
                    .orElseThrow();

            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(mail.getSubject())
                    .startsWith("Anna <b>Berg</b> wrote on")
                    .doesNotContain("\n");
            var parts = new ArrayList<BodyPart>();
            var content = (MimeMultipart) mail.getContent();
            for (int i = 0; i < content.getCount(); i++) {
                parts.add(content.getBodyPart(i));
            }
            assertThat(parts).hasSize(2);
            assertThat(parts.get(0).isMimeType("text/plain")).isTrue();
            assertThat((String) parts.get(0).getContent())
                    .contains("== Replies owed ==", "* Anna <b>Berg</b> wrote on", link());
            assertThat(parts.get(1).isMimeType("text/html")).isTrue();
            assertThat((String) parts.get(1).getContent())
                    .contains("Anna &lt;b&gt;Berg&lt;/b&gt; wrote on", "Replies owed", link())
                    .doesNotContainPattern("(?i)<script|<img|<style|<svg");
        }
    }

    @Test
    void shouldListPastEditionsNewestFirstPageByPage() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        for (int day = 0; day < 5; day++) {
            morning.publish(Morning.of(day));
        }

        var dates = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = alex.get("/v1/editions?limit=2&cursor=" + next);
            dates.addAll(page.getList("items.date"));
            next = page.getString("next");
        }

        assertThat(dates)
                .containsExactly(Morning.date(4), Morning.date(3), Morning.date(2), Morning.date(1), Morning.date(0));
        assertThat(alex.get("/v1/editions?limit=1").getString("items[0].headline"))
                .startsWith("Anna Berg wrote on");
    }

    @Test
    void shouldAnswerAnotherMemberOrWorkspaceAsIfThereWereNoEdition() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        morning.publish(Morning.of(0));

        for (var other : new Api[] {new Api(alex.workspace(), "bob"), Api.ofNewWorkspace()}) {
            other.call().get("/v1/editions/" + Morning.date(0)).then().statusCode(404);
            assertThat(other.get("/v1/editions").getList("items")).isEmpty();
            assertThat(other.get("/v1/editions/preview").getList("sections")).isEmpty();
        }
        alex.call().get("/v1/editions/" + Morning.date(1)).then().statusCode(404);
        alex.call().get("/v1/editions/no-date").then().statusCode(404);
        alex.call().get("/v1/editions/preview?format=pdf").then().statusCode(400);
    }

    @Test
    void shouldSendNothingAgainThatTheCallerHasAlready() throws Exception {
        morning.oweReply(anna, "Anna Berg");
        morning.publish(Morning.of(0));

        for (var path : new String[] {"/v1/editions/" + Morning.date(0), "/v1/editions/preview"}) {
            var json = alex.call().get(path).header("ETag");
            var html = alex.call().get(path + "?format=html").header("ETag");
            assertThat(json).isNotEqualTo(html);
            alex.call().header("If-None-Match", json).get(path).then().statusCode(304);
            alex.call().header("If-None-Match", html).get(path).then().statusCode(200);
        }
    }

    @Test
    void shouldForgetAnErasedContactInEveryEditionAndKeepTheOthers() throws Exception {
        // Given an edition of two, and one of what a merged contact left behind
        var name = "Anna " + UUID.randomUUID();
        morning.oweReply(anna, name);
        var bo = UUID.randomUUID();
        morning.oweReply(bo, "Bo Holm");
        morning.publish(Morning.of(0));
        assertThat(Tables.mentioning(database, name)).contains("edition");

        // When
        Told.publish(
                ContactEvent.TOPIC, alex.workspace(), new ContactErased(anna, 2, UUID.randomUUID(), Instant.now()));

        // Then
        patiently().untilAsserted(() -> assertThat(Tables.mentioning(database, name))
                .isEmpty());
        assertThat(Tables.mentioning(database, anna.toString())).containsExactly("contact");
        var left = alex.get("/v1/editions/" + Morning.date(0));
        assertThat(left.getList("sections.items.contactName.flatten()")).containsExactly("Bo Holm");
        assertThat(left.getInt("itemCount")).isEqualTo(1);
        assertThat(alex.get("/v1/editions").getString("items[0].headline")).startsWith("Bo Holm wrote on");
    }

    @Test
    void shouldForgetWhatAnErasedContactHadToldInTheNameOfItsSurvivor() throws Exception {
        var survivor = UUID.randomUUID();
        Told.publish(ContactEvent.TOPIC, alex.workspace(), contact(survivor, 1, "alex", "Bo Holm", null));
        morning.oweReply(anna, "Anna Berg");
        Told.publish(
                ContactEvent.TOPIC, alex.workspace(), new ContactEvent.ContactMerged(anna, 2, survivor, Instant.now()));
        patiently().until(() -> alex.get("/v1/editions/preview")
                .getList("sections.items.contactId.flatten()")
                .contains(survivor.toString()));
        morning.publish(Morning.of(0));
        assertThat(alex.get("/v1/editions/" + Morning.date(0)).getInt("itemCount"))
                .isEqualTo(1);

        Told.publish(
                ContactEvent.TOPIC, alex.workspace(), new ContactErased(anna, 3, UUID.randomUUID(), Instant.now()));

        patiently().until(() -> alex.get("/v1/editions/" + Morning.date(0)).getInt("itemCount") == 0);
        assertThat(Tables.mentioning(database, anna.toString())).containsExactly("contact");
    }

    private static String link() {
        return "http://localhost:8083/v1/editions/" + Morning.date(0) + "?format=html";
    }

    private static boolean isEdition(MimeMessage mail) {
        try {
            return mail.getSubject().contains(" · ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
