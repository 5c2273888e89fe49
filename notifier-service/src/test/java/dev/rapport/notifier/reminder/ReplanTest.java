package dev.rapport.notifier.reminder;

import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.retraction;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Whatever a reminder depends on moves it at once, and back. */
@NotifierTest
class ReplanTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void shouldMoveByEveryCountingInteractionWhateverItsKindDirectionAndSourceAndBackWhenItIsTakenBack() {
        tell(1, Told.MONTHLY);
        var kinds = Arrays.stream(InteractionKind.values())
                .filter(Told.MONTHLY::counts)
                .toList();
        var touches = new ArrayDeque<InteractionRecorded>();
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));
        for (int i = 0; i < kinds.size(); i++) {
            var direction = Direction.values()[i % Direction.values().length];
            var at = now.minus(Duration.ofDays(kinds.size() - i));
            touches.addLast(touch(anna, kinds.get(i), direction, at));
            publish(InteractionEvent.TOPIC, alex.workspace(), touches.getLast());
            awaitDue(day(touches.getLast()));
        }
        // What is sent to many does not count.
        publish(
                InteractionEvent.TOPIC,
                alex.workspace(),
                touch(anna, InteractionKind.PITCH, Direction.OUTBOUND, now.minusSeconds(60)));
        while (touches.size() > 1) {
            publish(InteractionEvent.TOPIC, alex.workspace(), retraction(touches.removeLast()));
            awaitDue(day(touches.getLast()));
        }
        publish(InteractionEvent.TOPIC, alex.workspace(), retraction(touches.removeLast()));
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));
        assertThat(alex.get("/v1/reminders?kind=keep_in_touch&state=scheduled,due,snoozed,done,dismissed,resolved")
                        .getList("items"))
                .hasSize(1);
    }

    @Test
    void shouldMoveWhenTheCadenceChangesAndGoWhenItDoes() {
        tell(1, Told.MONTHLY);
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));

        tell(2, new Cadence(Period.ofDays(10), null, List.of()));
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(20));
        tell(3, null);
        patiently().until(() -> dueAt().isEmpty());
    }

    /** The cadence of a snapshot is the shortest of the contact's own and its circles', its priority the highest. */
    @Test
    void shouldMoveWhenTheContactJoinsACircleOfAnotherCadenceAndBackWhenItLeaves() {
        tell(1, null);
        tell(2, Told.MONTHLY);
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));
        tell(3, new Cadence(Period.ofDays(7), Period.ofDays(14), List.of()));
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(23));
        tell(4, Told.MONTHLY);
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    @Test
    void shouldMoveToTheMemberInAnotherZoneBeforeTheChangeIsAnswered() {
        tell(1, Told.MONTHLY);
        awaitDue(LocalDate.ofInstant(now, ZoneOffset.UTC));
        var added = Instant.parse(alex.get("/v1/reminders").getString("items[0].dueAt"))
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(30);

        alex.prefer("{\"timeZone\": \"Asia/Tokyo\", \"editionTime\": \"06:15\"}");

        var inTokyo = Instant.parse(dueAt().get(0)).atZone(TOKYO);
        assertThat(inTokyo.toLocalTime()).isEqualTo(LocalTime.of(6, 15));
        assertThat(inTokyo.toLocalDate().minusDays(30)).isBetween(added, added.plusDays(1));
    }

    @Test
    void shouldTellWhatQuietHoursHeldBackAsSoonAsTheyAreGone() {
        alex.prefer("{\"quietHours\": {\"from\": \"00:00\", \"to\": \"23:59\"}}");
        oweReplies(1);
        patiently().until(() -> heldBack() == 1);

        alex.prefer("{\"quietHours\": {\"from\": \"00:00\", \"to\": \"00:00\"}}");

        patiently().until(() -> due() == 1);
    }

    @Test
    void shouldTellWhatAFullDayHeldBackAsSoonAsTheCapIsRaised() {
        alex.prefer("{\"dailyCap\": 1}");
        oweReplies(3);
        patiently().until(() -> due() == 1 && heldBack() == 2);

        alex.prefer("{\"dailyCap\": 2}");

        patiently().until(() -> due() == 2);
        await().during(Duration.ofSeconds(2)).until(() -> due() == 2 && heldBack() == 1);
    }

    private void oweReplies(int count) {
        for (int i = 0; i < count; i++) {
            var asking = UUID.randomUUID();
            publish(ContactEvent.TOPIC, alex.workspace(), contact(asking, 1, "alex", "P" + i, null));
            var asked = touch(asking, InteractionKind.EMAIL, Direction.INBOUND, now.minus(Duration.ofDays(2)));
            publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        }
    }

    private void tell(long version, Cadence cadence) {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, version, "alex", "Anna Berg", cadence));
    }

    private static LocalDate day(InteractionRecorded touch) {
        return LocalDate.ofInstant(touch.occurredAt(), ZoneOffset.UTC);
    }

    /** Thirty days after this one, at half past seven. */
    private void awaitDue(LocalDate base) {
        var due = base.plusDays(30).atTime(7, 30).toInstant(ZoneOffset.UTC).toString();
        patiently().untilAsserted(() -> assertThat(dueAt()).containsExactly(due));
    }

    private List<String> dueAt() {
        return alex.get("/v1/reminders?kind=keep_in_touch").getList("items.dueAt", String.class);
    }

    private int due() {
        return alex.get("/v1/reminders?kind=reply_owed&state=due")
                .getList("items")
                .size();
    }

    private long heldBack() {
        var later = Instant.now().plusSeconds(15);
        return new ArrayList<>(alex.get("/v1/reminders?kind=reply_owed&state=scheduled")
                        .getList("items.wakesAt", String.class))
                .stream().filter(at -> Instant.parse(at).isAfter(later)).count();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
