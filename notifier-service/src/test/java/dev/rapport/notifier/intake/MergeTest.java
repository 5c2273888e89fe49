package dev.rapport.notifier.intake;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.InteractionEvent;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@NotifierTest
class MergeTest {

    private final Api alex = Api.ofNewWorkspace();
    private final UUID survivor = UUID.randomUUID();
    private final UUID old = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void shouldPlanTheSurvivorByTheLaterTouchOfTheMergedOneAndBackWhenThatIsUndone() {
        // Given
        var own = touch(survivor, EMAIL, OUTBOUND, now.minus(Duration.ofDays(9)));
        var theirs = touch(old, CALL, OUTBOUND, now.minus(Duration.ofDays(2)));
        tell(contact(survivor, 1, "alex", "Anna Berg", Told.MONTHLY));
        tell(contact(old, 1, "alex", "A. Berg", null));
        publish(InteractionEvent.TOPIC, alex.workspace(), own);
        publish(InteractionEvent.TOPIC, alex.workspace(), theirs);
        awaitCauses("kind=keep_in_touch", own.interactionId());
        var dueAt = dueAt();

        // When
        tell(new ContactMerged(old, 2, survivor, now));

        // Then
        awaitCauses("kind=keep_in_touch", theirs.interactionId());
        assertThat(Instant.parse(dueAt())).isEqualTo(Instant.parse(dueAt).plus(Duration.ofDays(7)));

        // And when something arrives for the old id, and the two are parted
        var late = touch(old, CALL, OUTBOUND, now.minus(Duration.ofDays(1)));
        publish(InteractionEvent.TOPIC, alex.workspace(), late);
        awaitCauses("kind=keep_in_touch", late.interactionId());
        tell(contact(old, 3, "alex", "A. Berg", null));
        awaitCauses("kind=keep_in_touch", own.interactionId());
        assertThat(dueAt()).isEqualTo(dueAt);
    }

    @Test
    void shouldKeepOneOpenReminderOfTheSurvivorWhenBothHadOne() {
        // Given two contacts to each of whom alex owes an answer, and was told so
        var first = touch(survivor, EMAIL, INBOUND, now.minus(Duration.ofDays(3)));
        var second = touch(old, EMAIL, INBOUND, now.minus(Duration.ofDays(4)));
        tell(contact(survivor, 1, "alex", "Anna Berg", null));
        tell(contact(old, 1, "alex", "A. Berg", null));
        publish(InteractionEvent.TOPIC, alex.workspace(), first);
        publish(InteractionEvent.TOPIC, alex.workspace(), second);
        awaitCauses("state=due&contact=" + survivor, first.interactionId());
        awaitCauses("state=due&contact=" + old, second.interactionId());

        // When
        tell(new ContactMerged(old, 2, survivor, now));

        // Then the earliest message is owed an answer, and it is the survivor's; nothing is told twice
        awaitCauses("kind=reply_owed", second.interactionId());
        awaitCauses("state=resolved", first.interactionId());
        for (var asked : List.of(survivor, old)) {
            var open = alex.get("/v1/reminders?contact=" + asked);
            assertThat(open.getList("items.contactId")).containsExactly(survivor.toString());
            assertThat(open.getList("items.contactName")).containsExactly("Anna Berg");
        }
        assertThat(alex.get("/v1/inbox").getList("items")).hasSize(2);

        // And when the survivor's answer settles both, and they are parted
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(survivor, EMAIL, OUTBOUND, now));
        awaitCauses("kind=reply_owed");
        tell(contact(old, 3, "alex", "A. Berg", null));

        // Then the old one's message is unanswered again
        awaitCauses("kind=reply_owed&contact=" + old, second.interactionId());
        awaitCauses("kind=reply_owed&contact=" + survivor);
    }

    @Test
    void shouldHandOverToTheSurvivorsOwnerWhenAContactOfAnotherMemberIsMerged() {
        // Given
        var bea = new Api(alex.workspace(), "bea");
        var asked = touch(old, EMAIL, INBOUND, now.minus(Duration.ofDays(2)));
        tell(contact(old, 1, "bea", "A. Berg", null));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(bea.get("/v1/reminders").getList("items")).hasSize(1));

        // When it is merged into a contact that becomes known only then
        tell(new ContactMerged(old, 2, survivor, now));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(bea.get("/v1/reminders").getList("items")).isEmpty());
        tell(contact(survivor, 1, "alex", "Anna Berg", null));

        // Then
        awaitCauses("kind=reply_owed", asked.interactionId());
        assertThat(bea.get("/v1/reminders").getList("items")).isEmpty();
    }

    private void tell(ContactEvent event) {
        publish(ContactEvent.TOPIC, alex.workspace(), event);
    }

    private String dueAt() {
        return alex.get("/v1/reminders?kind=keep_in_touch").getString("items[0].dueAt");
    }

    private void awaitCauses(String query, UUID... touches) {
        var causes = Arrays.stream(touches).map(id -> "touch:" + id).toList();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?" + query).<String>getList("items.cause"))
                .isEqualTo(causes));
    }
}
