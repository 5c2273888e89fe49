package dev.rapport.notifier.reminder;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.MESSAGE;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.retraction;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.Anniversary;
import dev.rapport.events.InteractionEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.TestClock;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Follow-ups and birthdays, through the service and over days. */
@NotifierTest
class OccasionsTest {

    @Inject
    Clock clock;

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

    @AfterEach
    void backToNow() {
        TestClock.reset(clock);
    }

    @Test
    void shouldFollowUpOnceOnAMessageUntilItIsAnswered() {
        // Given a message of eight days ago, of which alex is told
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        var written = touch(anna, MESSAGE, OUTBOUND, Instant.now().minus(Duration.ofDays(8)));
        publish(InteractionEvent.TOPIC, alex.workspace(), written);
        awaitCauses("kind=follow_up&state=due", "touch:" + written.interactionId());
        assertThat(alex.get("/v1/inbox").getString("items[0].title")).isEqualTo("Follow up with Anna Berg");

        // When the answer comes, is taken back, and alex says it is done
        var answer = touch(anna, MESSAGE, INBOUND, Instant.now().minus(Duration.ofHours(1)));
        publish(InteractionEvent.TOPIC, alex.workspace(), answer);
        awaitCauses("kind=follow_up&state=resolved", "touch:" + written.interactionId());
        publish(InteractionEvent.TOPIC, alex.workspace(), retraction(answer));
        awaitCauses("kind=follow_up&state=due", "touch:" + written.interactionId());
        alex.post("/v1/reminders/" + id("kind=follow_up") + "/done", "");

        // Then it is not heard of again
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, MESSAGE, OUTBOUND, Instant.now()));
        patiently()
                .until(() -> alex.get("/v1/reminders?kind=follow_up")
                                .getList("items")
                                .size()
                        == 1);
        assertThat(alex.get("/v1/reminders?kind=follow_up&state=scheduled").getList("items"))
                .hasSize(1);
        awaitCauses("kind=follow_up&state=done", "touch:" + written.interactionId());
    }

    @Test
    void shouldTellABirthdayOnItsMorningAndPlanTheNextWhenItIsDone() {
        publish(
                ContactEvent.TOPIC,
                alex.workspace(),
                born(tomorrow.minusYears(40).toString()));
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + tomorrow.getYear());

        TestClock.set(clock, tomorrow.atTime(7, 29).toInstant(ZoneOffset.UTC));
        await().during(Duration.ofSeconds(2))
                .until(() -> causes("kind=birthday&state=due").isEmpty());
        TestClock.set(clock, tomorrow.atTime(7, 31).toInstant(ZoneOffset.UTC));
        awaitCauses("kind=birthday&state=due", "birthday:" + tomorrow.getYear());
        assertThat(alex.get("/v1/reminders").getString("items[0].reason")).startsWith("Anna Berg turns 40 on ");

        alex.post("/v1/reminders/" + id("kind=birthday") + "/done", "");
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + (tomorrow.getYear() + 1));
    }

    @Test
    void shouldLetABirthdayPassAndPlanTheNextWhenTheMemberDoesNothing() {
        publish(
                ContactEvent.TOPIC,
                alex.workspace(),
                born("--" + tomorrow.toString().substring(5)));
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + tomorrow.getYear());
        TestClock.set(clock, tomorrow.atTime(12, 0).toInstant(ZoneOffset.UTC));
        awaitCauses("kind=birthday&state=due", "birthday:" + tomorrow.getYear());

        TestClock.set(clock, tomorrow.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));

        awaitCauses("kind=birthday&state=resolved", "birthday:" + tomorrow.getYear());
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + (tomorrow.getYear() + 1));
    }

    @Test
    void shouldTellABirthdayLateWhenTheServiceSleptOverIt() {
        publish(
                ContactEvent.TOPIC,
                alex.workspace(),
                born("--" + tomorrow.toString().substring(5)));
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + tomorrow.getYear());

        TestClock.set(clock, tomorrow.plusDays(3).atTime(12, 0).toInstant(ZoneOffset.UTC));

        awaitCauses("kind=birthday&state=due", "birthday:" + tomorrow.getYear());
        assertThat(alex.get("/v1/reminders?kind=birthday").getBoolean("items[0].late"))
                .isTrue();
        TestClock.set(clock, tomorrow.plusDays(4).atTime(0, 1).toInstant(ZoneOffset.UTC));
        awaitCauses("kind=birthday&state=scheduled", "birthday:" + (tomorrow.getYear() + 1));
    }

    @Test
    void shouldCongratulateOnAnAnniversaryAndPlanTheNextWhenItIsDoneOrAWeekHasPassed() {
        var day = tomorrow.minusYears(5);
        var wedding = new Anniversary("wedding", day.toString());
        var company = new Anniversary("own company", "--" + day.toString().substring(5));
        tell(Told.born(contact(anna, 1, "alex", "Anna Berg", null), null, wedding, company));
        awaitAll("state=scheduled", "own company:" + tomorrow, "wedding:" + tomorrow);
        TestClock.set(clock, tomorrow.atTime(7, 31).toInstant(ZoneOffset.UTC));
        awaitAll("state=due", "own company:" + tomorrow, "wedding:" + tomorrow);
        assertThat(alex.get("/v1/reminders?state=due").getList("items.reason", String.class))
                .anyMatch(reason -> reason.endsWith(": wedding, 5 years"));

        var wed = alex.get("/v1/reminders?state=due").getString("items.find { it.cause.contains('wedding') }.id");
        alex.post("/v1/reminders/" + wed + "/done", "");
        awaitAll("state=scheduled", "wedding:" + tomorrow.plusYears(1));
        TestClock.set(clock, tomorrow.plusDays(7).atTime(7, 31).toInstant(ZoneOffset.UTC));

        awaitAll("state=resolved", "own company:" + tomorrow);
        awaitAll("state=scheduled", "own company:" + tomorrow.plusYears(1), "wedding:" + tomorrow.plusYears(1));
    }

    private void awaitAll(String query, String... anniversaries) {
        patiently().untilAsserted(() -> assertThat(causes("kind=congratulate&" + query))
                .containsExactlyInAnyOrder(Arrays.stream(anniversaries)
                        .map(it -> "anniversary:" + it)
                        .toArray(String[]::new)));
    }

    private void tell(ContactEvent event) {
        publish(ContactEvent.TOPIC, alex.workspace(), event);
    }

    private ContactEvent born(String birthday) {
        return Told.born(contact(anna, 1, "alex", "Anna Berg", null), birthday);
    }

    private String id(String query) {
        return alex.get("/v1/reminders?" + query).getString("items[0].id");
    }

    private void awaitCauses(String query, String... causes) {
        patiently().untilAsserted(() -> assertThat(causes(query)).containsExactly(causes));
    }

    private List<String> causes(String query) {
        return alex.get("/v1/reminders?" + query).getList("items.cause");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
