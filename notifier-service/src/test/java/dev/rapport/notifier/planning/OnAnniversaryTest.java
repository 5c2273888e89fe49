package dev.rapport.notifier.planning;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.notifier.planning.Situations.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Anniversary;
import dev.rapport.notifier.planning.Situation.Closings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnAnniversaryTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");
    private static final Anniversary WEDDING = day("wedding", "2010-06-05");

    @Test
    void shouldRemindOfEachOnItsMorning() {
        assertThat(plan(MARCH, Closings.NONE, List.of(), WEDDING, day("company", "--02-29"), WEDDING))
                .extracting(PlannedReminder::cause, PlannedReminder::dueAt, PlannedReminder::reason)
                .containsExactlyInAnyOrder(
                        tuple(
                                "anniversary:wedding:2026-06-05",
                                Instant.parse("2026-06-05T05:30:00Z"),
                                "Anna Berg has an anniversary on 5 June 2026: wedding, 16 years"),
                        tuple(
                                "anniversary:company:2026-02-28",
                                Instant.parse("2026-02-28T06:30:00Z"),
                                "Anna Berg has an anniversary on 28 February 2026: company"));
    }

    @Test
    void shouldPlanTheNextYearAfterAWeekOrWhenItIsClosedOrTheOwnerReachedOut() {
        var inTime = Instant.parse("2026-06-12T05:29:59Z");
        var closed = new Closings(Optional.empty(), Optional.empty(), Set.of("anniversary:wedding:2026-06-05"));
        var before = touch(1, CALL, OUTBOUND, "2026-06-04T10:00:00Z");
        var theirs = touch(2, CALL, INBOUND, "2026-06-06T10:00:00Z");
        var after = touch(3, CALL, OUTBOUND, "2026-06-06T10:00:00Z");

        assertThat(causes(inTime, Closings.NONE, List.of(before, theirs)))
                .containsExactly("anniversary:wedding:2026-06-05");
        assertThat(causes(inTime.plusSeconds(1), Closings.NONE, List.of()))
                .containsExactly("anniversary:wedding:2027-06-05");
        assertThat(causes(inTime, closed, List.of())).containsExactly("anniversary:wedding:2027-06-05");
        assertThat(causes(inTime, Closings.NONE, List.of(after))).containsExactly("anniversary:wedding:2027-06-05");
    }

    /** Anna was added on 1 January 2026. */
    @Test
    void shouldNotRemindOfOneThatWasOverWhenTheContactWasAdded() {
        assertThat(plan(Situations.ADDED, Closings.NONE, List.of(), day("move", "--12-31")))
                .extracting(PlannedReminder::cause)
                .containsExactly("anniversary:move:2026-12-31");
        assertThat(plan(Situations.ADDED, Closings.NONE, List.of(), day("move", "--01-01")))
                .extracting(PlannedReminder::cause)
                .containsExactly("anniversary:move:2026-01-01");
    }

    private static Anniversary day(String label, String date) {
        return new Anniversary(label, YearlyDay.parse(date).orElseThrow());
    }

    private static List<String> causes(Instant now, Closings closings, List<Touch> touches) {
        return plan(now, closings, touches, WEDDING).stream()
                .map(PlannedReminder::cause)
                .toList();
    }

    private static List<PlannedReminder> plan(
            Instant now, Closings closings, List<Touch> touches, Anniversary... days) {
        var situation = Situations.withAnniversaries(List.of(days), touches, closings);
        return ReminderPlan.of(situation, now).reminders().stream()
                .filter(reminder -> reminder.kind() == ReminderKind.CONGRATULATE)
                .toList();
    }
}
