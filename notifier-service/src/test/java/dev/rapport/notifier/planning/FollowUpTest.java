package dev.rapport.notifier.planning;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.MUTUAL;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.events.InteractionKind.MESSAGE;
import static dev.rapport.events.InteractionKind.NOTE;
import static dev.rapport.events.InteractionKind.PITCH;
import static dev.rapport.events.InteractionKind.REACTION;
import static dev.rapport.notifier.planning.Situations.BERLIN;
import static dev.rapport.notifier.planning.Situations.touch;
import static dev.rapport.notifier.planning.Situations.withHabits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Habits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final Touch WRITTEN = touch(1, EMAIL, OUTBOUND, "2026-03-25T12:00:00Z");

    @Test
    void shouldFollowUpAfterCalendarDaysOrSecondsAsTheMemberChose() {
        var exact = new Habits(BERLIN.schedule(), Duration.ofHours(24), Duration.ofHours(7 * 24));

        assertThat(plan(BERLIN, WRITTEN)).singleElement().satisfies(followUp -> {
            // The clocks were put forward in between.
            assertThat(followUp.dueAt()).isEqualTo("2026-04-01T11:00:00Z");
            assertThat(followUp.cause()).isEqualTo(WRITTEN.cause());
            assertThat(followUp.reason()).isEqualTo("You wrote to Anna Berg on 25 March 2026 and have no answer yet");
        });
        assertThat(plan(exact, WRITTEN))
                .extracting(PlannedReminder::dueAt)
                .containsExactly(Instant.parse("2026-04-01T12:00:00Z"));
    }

    @Test
    void shouldFollowUpOnTheLastMessageOnly() {
        var again = touch(2, MESSAGE, OUTBOUND, "2026-03-28T12:00:00Z");

        assertThat(plan(BERLIN, again, WRITTEN))
                .extracting(PlannedReminder::cause)
                .containsExactly(again.cause());
    }

    @Test
    void shouldFollowUpNoMoreWhenAnythingPassedBetweenTheTwo() {
        for (var later : List.of(
                touch(2, EMAIL, INBOUND, "2026-03-25T12:00:01Z"),
                touch(2, REACTION, INBOUND, "2026-03-26T12:00:00Z"),
                touch(2, CALL, OUTBOUND, "2026-03-26T12:00:00Z"),
                touch(2, CALL, MUTUAL, "2026-03-26T12:00:00Z"))) {
            assertThat(plan(BERLIN, WRITTEN, later)).as(later.toString()).isEmpty();
        }
    }

    @Test
    void shouldTakeNeitherANoteNorAPitchForAnAnswerOrForAMessage() {
        var note = touch(2, NOTE, OUTBOUND, "2026-03-26T12:00:00Z");
        var pitch = touch(3, PITCH, INBOUND, "2026-03-27T12:00:00Z");

        assertThat(plan(BERLIN, WRITTEN, note, pitch))
                .extracting(PlannedReminder::cause)
                .containsExactly(WRITTEN.cause());
        assertThat(plan(BERLIN, note, pitch, touch(4, PITCH, OUTBOUND, "2026-03-28T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void shouldLeaveHistoryAloneThatWasColdWhenItWasImported() {
        var importedAt = Instant.parse("2026-06-01T00:00:00Z");
        var cold = new Touch(new UUID(7, 1), EMAIL, OUTBOUND, Instant.parse("2026-04-20T00:00:00Z"), importedAt);
        var fresh = new Touch(new UUID(7, 1), EMAIL, OUTBOUND, Instant.parse("2026-05-20T00:00:00Z"), importedAt);

        assertThat(plan(BERLIN, cold)).isEmpty();
        assertThat(plan(BERLIN, fresh)).hasSize(1);
    }

    private static List<PlannedReminder> plan(Habits habits, Touch... touches) {
        return ReminderPlan.of(withHabits(habits, List.of(touches)), Situations.ADDED).reminders().stream()
                .filter(reminder -> reminder.kind() == ReminderKind.FOLLOW_UP)
                .toList();
    }
}
