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
