package dev.rapport.notifier.drafting;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.Relationship;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Smtp;
import dev.rapport.notifier.Told;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

@NotifierTest
class DraftTest {

    private static final String KEEP_IN_TOUCH = "/v1/templates/keep_in_touch/en";

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();

    @Test
    void shouldSpeakTheLanguageOfTheContactInDraftsAndOfTheMemberInReasons() {
        // Given an English member, a contact who speaks German, and one of whom nothing is known
        know(anna, "Anna", "Acme", List.of("de-AT", "en"));
        var bo = UUID.randomUUID();
        know(bo, null, null, List.of("nb"));

        assertThat(draft(anna)).startsWith("Hallo Anna, ").endsWith("wie läuft es bei Acme?");
        assertThat(draft(bo)).isEqualTo("Hi A. Berg, it has been a while. How are you?");
        assertThat(reason(anna)).startsWith("Added on ").endsWith("you want to be in touch every 30 days");

        // When the member changes to German
        alex.prefer("{\"language\": \"de\"}");

        assertThat(draft(bo)).startsWith("Hallo A. Berg, ").endsWith("Wie geht es dir?");
        assertThat(reason(anna)).startsWith("Hinzugefügt am ").endsWith("du möchtest alle 30 Tage in Kontakt sein");
    }

    @Test
    void shouldDraftByTheWorkspacesOwnTemplateAsLongAsThereIsOne() {
        know(anna, "Anna", "Acme", List.of());
        var other = Api.ofNewWorkspace();

        var put = alex.call()
                .body("{\"text\": \"Dear {{firstName}} of {{organization}}[, our {{title}}]\"}")
                .put(KEEP_IN_TOUCH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(put.getBoolean("own")).isTrue();
        assertThat(draft(anna)).isEqualTo("Dear Anna of Acme");
        assertThat(alex.get("/v1/templates").getList("items")).hasSize(14);
        assertThat(alex.get("/v1/templates").getList("items.findAll { it.own }.kind"))
                .containsExactly("keep_in_touch");
        assertThat(other.get(KEEP_IN_TOUCH).getBoolean("own")).isFalse();
        var tag = alex.call().get(KEEP_IN_TOUCH).header("ETag");
        alex.call().header("If-None-Match", tag).get(KEEP_IN_TOUCH).then().statusCode(304);

        other.call().delete(KEEP_IN_TOUCH).then().statusCode(204);
        assertThat(draft(anna)).isEqualTo("Dear Anna of Acme");
        alex.call().delete(KEEP_IN_TOUCH).then().statusCode(204);
        assertThat(draft(anna)).startsWith("Hi Anna, it has been a while.");
    }

    @Test
    void shouldRefuseATemplateThatCannotBeFilledIn() {
        alex.call()
                .body("{\"text\": \"Hi {{nickname}}\"}")
                .put(KEEP_IN_TOUCH)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("{{nickname}}"));
        alex.call().body("{\"text\": \" \"}").put(KEEP_IN_TOUCH).then().statusCode(400);
        alex.call()
                .body("{\"text\": \"Salut\"}")
                .put("/v1/templates/keep_in_touch/fr")
                .then()
                .statusCode(404);
        alex.call().get("/v1/templates/gossip/en").then().statusCode(404);
        alex.as("notifier:read")
                .body("{\"text\": \"Hi\"}")
                .put(KEEP_IN_TOUCH)
                .then()
                .statusCode(403);
        alex.as("notifier:read").delete(KEEP_IN_TOUCH).then().statusCode(403);
        alex.as("notifier:write").get("/v1/templates").then().statusCode(403);
        alex.as("notifier:write").get(KEEP_IN_TOUCH).then().statusCode(403);
    }

    @Test
    void shouldSayOnWhatToCongratulate() {
        know(anna, "Anna", null, List.of());
        publish(
                SignalEvent.TOPIC,
                alex.workspace(),
                Told.signal(anna, SignalKind.PROMOTION, "Head of research", Instant.now()));

        patiently().untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?kind=congratulate").getList("items.draft"))
                .containsExactly("Congratulations on your promotion, Anna! I am very happy for you."));
    }

    @Test
    void shouldCarryTheDraftIntoInboxMailAndEdition() throws Exception {
        try (var smtp = Smtp.open()) {
            // Given a German member who is mailed
            var address = "alex-" + UUID.randomUUID() + "@example.org";
            alex.prefer("{\"language\": \"de\", \"email\": \"" + address + "\"}");
            know(anna, "Anna", null, List.of());

            // When a reply is owed
            var asked = touch(anna, EMAIL, INBOUND, Instant.now().minus(Duration.ofDays(2)));
            publish(InteractionEvent.TOPIC, alex.workspace(), asked);
            patiently().until(() -> smtp.to(address).size() == 1);

            // Then
            var line = "Hallo Anna, danke für deine Nachricht, und entschuldige bitte die späte Antwort.";
            assertThat(alex.get("/v1/inbox").getList("items.draft")).containsExactly(line);
            assertThat(alex.get("/v1/inbox").getList("items.title")).containsExactly("Antworte A. Berg");
            var mail = (MimeMultipart) smtp.to(address).get(0).getContent();
            assertThat(mail.getBodyPart(0).getContent().toString())
                    .contains("Ein Satz zum Abschicken: " + line)
                    .contains("Erledigt: http");
            assertThat(alex.get("/v1/editions/preview").getList("sections[0].items.draft"))
                    .containsExactly(line);
            assertThat(alex.call()
                            .get("/v1/editions/preview?format=html")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("<b>Ein Satz zum Abschicken</b> " + line);
        }
    }

    private void know(UUID id, String givenName, String organization, List<String> languages) {
        var at = Instant.now();
        publish(
                ContactEvent.TOPIC,
                alex.workspace(),
                new ContactChanged(
                        id,
                        1,
                        "alex",
                        "A. Berg",
                        givenName,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        organization,
                        null,
                        null,
                        Relationship.CLIENT,
                        List.of(),
                        languages,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        Told.MONTHLY,
                        null,
                        null,
                        at,
                        at));
        patiently().until(() -> !alex.get("/v1/reminders?kind=keep_in_touch&contact=" + id)
                .getList("items")
                .isEmpty());
    }

    private String draft(UUID contact) {
        return alex.get("/v1/reminders?contact=" + contact).getString("items[0].draft");
    }

    private String reason(UUID contact) {
        return alex.get("/v1/reminders?contact=" + contact).getString("items[0].reason");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
