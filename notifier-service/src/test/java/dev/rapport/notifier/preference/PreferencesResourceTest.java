package dev.rapport.notifier.preference;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.rapport.events.ContactEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NotifierTest
class PreferencesResourceTest {

    private final Api alex = Api.ofNewWorkspace();

    @Test
    void shouldAnswerTheDefaultsUntilThereAreOthers() {
        var standard = alex.get("/v1/preferences");
        assertThat(standard.getString("timeZone")).isEqualTo("UTC");
        assertThat(standard.getString("editionTime")).isEqualTo("07:30");
        assertThat(standard.getInt("dailyCap")).isEqualTo(7);

        alex.prefer("{\"timeZone\": \"Asia/Tokyo\", \"replyTime\": \"PT12H\", \"email\": \"Alex@Example.org\"}");

        var changed = alex.get("/v1/preferences");
        assertThat(changed.getString("timeZone")).isEqualTo("Asia/Tokyo");
        assertThat(changed.getString("replyTime")).isEqualTo("PT12H");
        assertThat(changed.getString("email")).isEqualToIgnoringCase("alex@example.org");
        assertThat(new Api(alex.workspace(), "bob").get("/v1/preferences").getString("timeZone"))
                .isEqualTo("UTC");
    }

    @Test
    void shouldPlanAnewBeforeItAnswersWhenTheDayOfTheMemberChanges() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(UUID.randomUUID(), 1, "alex", "Anna Berg", Told.MONTHLY));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> alex.get("/v1/reminders").getList("items").size() == 1);
        assertThat(localTimeOfFirst(ZoneId.of("UTC"))).isEqualTo("07:30");

        alex.prefer("{\"timeZone\": \"Europe/Berlin\", \"editionTime\": \"06:15\"}");

        assertThat(localTimeOfFirst(ZoneId.of("Europe/Berlin"))).isEqualTo("06:15");
    }

    @Test
    void shouldKeepEveryChoiceAndFillInTheRest() {
        var body = """
                {"timeZone": "Europe/Berlin", "editionDays": ["FRIDAY", "MONDAY"], "followUpAfter": "P3D",
                 "alertThreshold": 60, "channels": {"keep_in_touch": ["email"], "alert": []}, "language": "de",
                 "interests": ["robotics"], "emptyEdition": "send"}""";

        var answer = alex.call()
                .body(body)
                .put("/v1/preferences")
                .then()
                .statusCode(200)
                .extract();

        assertThat(alex.call().get("/v1/preferences").asString()).isEqualTo(answer.asString());
        var kept = answer.jsonPath();
        assertThat(kept.getList("editionDays")).containsExactly("MONDAY", "FRIDAY");
        assertThat(kept.getMap("quietHours")).isEqualTo(Map.of("from", "22:00", "to", "07:00"));
        assertThat(kept.getList("channels.keep_in_touch")).containsExactly("email");
        assertThat(kept.getList("channels.alert")).isEmpty();
        assertThat(kept.getList("channels.edition")).containsExactly("email", "webhook");
        assertThat(kept.getList("channels.drifting")).containsExactly("webhook");
        assertThat(kept.getString("followUpAfter")).isEqualTo("P3D");
        assertThat(kept.getInt("alertThreshold")).isEqualTo(60);
        assertThat(kept.getString("language")).isEqualTo("de");
        assertThat(kept.getList("interests")).containsExactly("robotics");
        assertThat(kept.getString("emptyEdition")).isEqualTo("send");
    }

    @Test
    void shouldRefuseChoicesThatCannotBe() {
        alex.call()
                .body("{\"channels\": {\"newsletter\": [\"email\"]}, \"quietHours\": {\"from\": \"22:00\"}}")
                .put("/v1/preferences")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("channels.newsletter", "quietHours"));
        for (var fault : List.of(
                "{\"channels\": {\"alert\": [\"pigeon\"]}}",
                "{\"language\": \"tlh\"}",
                "{\"editionDays\": []}",
                "{\"editionDays\": [\"CATURDAY\"]}",
                "{\"interests\": [\" \"]}",
                "{\"alertThreshold\": 101}",
                "{\"followUpAfter\": \"P0D\"}")) {
            alex.call().body(fault).put("/v1/preferences").then().statusCode(400);
        }
    }

    @Test
    void shouldNameEveryFaultyField() {
        alex.call()
                .body("{\"timeZone\": \"Mars/Olympus\", \"replyTime\": \"-P1D\", \"email\": \"no address\"}")
                .put("/v1/preferences")
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("timeZone", "replyTime", "email"));
        alex.call().body("{\"dailyCap\": 0}").put("/v1/preferences").then().statusCode(400);
        alex.call()
                .body("{\"editionTime\": \"25:00\"}")
                .put("/v1/preferences")
                .then()
                .statusCode(400);
        alex.call().body("{\"dailyCaps\": 3}").put("/v1/preferences").then().statusCode(400);
    }

    private LocalTime localTimeOfFirst(ZoneId zone) {
        return Instant.parse(alex.get("/v1/reminders").getString("items[0].dueAt"))
                .atZone(zone)
                .toLocalTime();
    }
}
