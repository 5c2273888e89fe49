package dev.rapport.notifier.planning;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.MUTUAL;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.events.InteractionKind.MEETING;
import static dev.rapport.events.InteractionKind.NOTE;
import static dev.rapport.events.InteractionKind.PITCH;
import static dev.rapport.events.InteractionKind.REACTION;
import static dev.rapport.notifier.planning.Situations.BERLIN;
import static dev.rapport.notifier.planning.Situations.active;
import static dev.rapport.notifier.planning.Situations.touch;
import static dev.rapport.notifier.planning.Situations.withCadence;
import static dev.rapport.notifier.planning.Situations.withHabits;
import static dev.rapport.notifier.planning.Situations.withTie;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.Situation.Closed;
import dev.rapport.notifier.planning.Situation.Closings;
import dev.rapport.notifier.planning.Situation.Habits;
import dev.rapport.notifier.planning.Situation.Tie;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderPlanTest {

    @Test
    void shouldBeDueOneCadenceAfterTheContactWasAddedWhenItWasNeverTouched() {
        var kept = only(withCadence(List.of()));

        assertThat(kept.kind()).isEqualTo(ReminderKind.KEEP_IN_TOUCH);
        assertThat(kept.cause()).isEqualTo("added");
        assertThat(kept.dueAt()).isEqualTo("2026-01-31T06:30:00Z");
        assertThat(kept.latestAt()).contains(Instant.parse("2026-02-15T06:30:00Z"));
        assertThat(kept.reason())
                .isEqualTo("Added on 1 January 2026, no contact since; you want to be in touch every 30 days");
    }

    @Test
    void shouldBeDueAtTheLocalEditionTimeAcrossAChangeOfTheClocks() {
        var kept = only(withCadence(List.of(touch(1, EMAIL, MUTUAL, "2026-03-10T23:30:00Z"))));

        // 11 March in Berlin, and summer time thirty days later.
        assertThat(kept.dueAt()).isEqualTo("2026-04-10T05:30:00Z");
        assertThat(kept.reason())
                .isEqualTo("Last contact on 11 March 2026 (email); you want to be in touch every 30 days");
    }

    @Test
    void shouldKeepTheDueDateWhenAnOlderCallIsBackDated() {
        var newer = touch(1, EMAIL, MUTUAL, "2026-03-10T10:00:00Z");
        var older = touch(2, CALL, MUTUAL, "2026-02-01T10:00:00Z");

        assertThat(only(withCadence(List.of(newer, older)))).isEqualTo(only(withCadence(List.of(newer))));
    }

    @Test
    void shouldCountOnlyTheKindsOfTheCadenceAndNeverAPitch() {
        var calls = new Cadence(Period.ofMonths(1), Period.ofMonths(2), List.of(CALL));
        var call = touch(1, CALL, MUTUAL, "2026-02-01T10:00:00Z");
        var mail = touch(2, EMAIL, MUTUAL, "2026-02-20T10:00:00Z");
        var pitch = touch(3, PITCH, OUTBOUND, "2026-02-25T10:00:00Z");

        assertThat(only(withCadence(calls, List.of(call, mail, pitch), Closings.NONE))
                        .cause())
                .isEqualTo(call.cause());
        assertThat(only(withCadence(List.of(call, mail, pitch))).cause()).isEqualTo(mail.cause());
        assertThat(only(withCadence(calls, List.of(call), Closings.NONE)).reason())
                .endsWith("in touch every month");
    }

    @Test
    void shouldStartAnewWhenTheMemberClosedTheLastReminder() {
        var mail = touch(1, EMAIL, MUTUAL, "2026-02-01T10:00:00Z");
        var closed = new Closed(new UUID(1, 2), mail.cause(), Instant.parse("2026-03-05T08:00:00Z"));
        var closings = new Closings(Optional.of(closed), Optional.empty(), Set.of());

        var kept = only(withCadence(Situations.MONTHLY, List.of(mail), closings));

        assertThat(kept.cause()).isEqualTo("closed:" + closed.reminderId());
        assertThat(kept.dueAt()).isEqualTo("2026-04-04T05:30:00Z");
        var later = touch(2, EMAIL, MUTUAL, "2026-03-06T10:00:00Z");
        assertThat(only(withCadence(Situations.MONTHLY, List.of(mail, later), closings))
                        .cause())
                .isEqualTo(later.cause());
    }

    @Test
    void shouldDriftAtTheInstantThatRelevanceNames() {
        var last = touch(1, EMAIL, MUTUAL, "2026-03-01T10:00:00Z");

        var drifting = only(withTie(active("2026-03-01T10:00:00Z", "2026-03-20T11:22:33.123456Z"), List.of(last)));

        assertThat(drifting.kind()).isEqualTo(ReminderKind.DRIFTING);
        assertThat(drifting.dueAt()).isEqualTo("2026-03-20T11:22:33.123456Z");
        assertThat(drifting.cause()).isEqualTo(last.cause());
    }

    @Test
    void shouldNotDriftWhenTheTieWasNeverStrongOrTheSnapshotMissesTheLastTouch() {
        var last = touch(1, EMAIL, MUTUAL, "2026-03-01T10:00:00Z");
        var warm = new Tie(Band.WARM, Optional.of(last.occurredAt()), Optional.of(last.occurredAt()));

        assertThat(plan(withTie(warm, List.of(last)))).isEmpty();
        assertThat(plan(withTie(active("2026-02-01T10:00:00Z", "2026-02-20T10:00:00Z"), List.of(last))))
                .isEmpty();
        assertThat(plan(withTie(null, List.of(last)))).isEmpty();
    }

    @Test
    void shouldOweAReplyToTheFirstMessageThatNothingAnswered() {
        var answered = touch(1, EMAIL, INBOUND, "2026-03-01T10:00:00Z");
        var answer = touch(2, EMAIL, OUTBOUND, "2026-03-01T12:00:00Z");
        var first = touch(3, EMAIL, INBOUND, "2026-03-02T10:00:00Z");
        var second = touch(4, EMAIL, INBOUND, "2026-03-03T10:00:00Z");

        var owed = only(withTie(null, List.of(second, first, answer, answered)));

        assertThat(owed.kind()).isEqualTo(ReminderKind.REPLY_OWED);
        assertThat(owed.cause()).isEqualTo(first.cause());
        assertThat(owed.dueAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(owed.reason()).isEqualTo("Anna Berg wrote on 2 March 2026 and has no answer yet");
    }

    @Test
    void shouldOweNothingWhenAnsweredAtTheSameInstantOrForPitchesNotesAndReactions() {
        var mail = touch(1, EMAIL, INBOUND, "2026-03-02T10:00:00Z");
        var meeting = touch(2, MEETING, MUTUAL, "2026-03-02T10:00:00Z");

        assertThat(plan(withTie(null, List.of(mail, meeting)))).isEmpty();
        assertThat(plan(withTie(null, List.of(touch(3, PITCH, INBOUND, "2026-03-02T10:00:00Z")))))
                .isEmpty();
        assertThat(plan(withTie(null, List.of(touch(5, REACTION, INBOUND, "2026-03-02T10:00:00Z")))))
                .isEmpty();
        assertThat(plan(withTie(null, List.of(touch(4, NOTE, INBOUND, "2026-03-02T10:00:00Z")))))
                .isEmpty();
    }

    @Test
    void shouldCountCalendarDaysForAPeriodAndSecondsForADuration() {
        var beforeTheClocksChange = List.of(touch(1, EMAIL, INBOUND, "2026-03-28T12:00:00Z"));
        var exact = new Habits(BERLIN.schedule(), Duration.ofHours(24), Duration.ofHours(48));

        assertThat(only(withHabits(BERLIN, beforeTheClocksChange)).dueAt()).isEqualTo("2026-03-29T11:00:00Z");
        assertThat(only(withHabits(exact, beforeTheClocksChange)).dueAt()).isEqualTo("2026-03-29T12:00:00Z");
    }

    @Test
    void shouldLeaveHistoryAloneThatWasColdWhenItWasImported() {
        var importedAt = Instant.parse("2026-06-01T00:00:00Z");
        var cold = imported("2026-04-30T23:59:59Z", importedAt);
        var fresh = imported("2026-05-02T00:00:00Z", importedAt);

        assertThat(plan(withHabits(BERLIN, List.of(cold)))).isEmpty();
        assertThat(plan(withHabits(BERLIN, List.of(fresh)))).hasSize(1);
        assertThat(plan(withTie(active("2026-04-30T23:59:59Z", "2026-05-01T23:59:59Z"), List.of(cold))))
                .isEmpty();
        assertThat(plan(withCadence(List.of(cold))))
                .extracting(PlannedReminder::kind)
                .containsExactly(ReminderKind.KEEP_IN_TOUCH);
    }

    private static Touch imported(String occurredAt, Instant recordedAt) {
        return new Touch(new UUID(7, 1), EMAIL, INBOUND, Instant.parse(occurredAt), recordedAt);
    }

    private static PlannedReminder only(Situation situation) {
        assertThat(plan(situation)).hasSize(1);
        return plan(situation).get(0);
    }

    private static List<PlannedReminder> plan(Situation situation) {
        return ReminderPlan.of(situation, Situations.ADDED).reminders();
    }
}
