package dev.rapport.notifier.planning;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.events.InteractionKind.NOTE;
import static dev.rapport.notifier.planning.Situations.touch;
import static dev.rapport.notifier.planning.Situations.withSignals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.ReminderKind;
import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CongratulateTest {

    private static final Signal PROMOTION = signal(1, SignalKind.PROMOTION, "CTO at Acme", "2026-03-01T09:00:00Z");
    private static final Signal DEGREE = signal(2, SignalKind.DEGREE, null, "2026-03-02T23:30:00Z");

    @Test
    void shouldCongratulateAtOnceOnEachSignal() {
        var plan = plan(List.of(PROMOTION, DEGREE), List.of());

        assertThat(plan).extracting(PlannedReminder::kind).containsOnly(ReminderKind.CONGRATULATE);
        assertThat(plan)
                .extracting(PlannedReminder::cause)
                .containsExactlyInAnyOrder("signal:" + PROMOTION.id(), "signal:" + DEGREE.id());
        assertThat(plan)
                .extracting(PlannedReminder::dueAt)
                .containsExactlyInAnyOrder(PROMOTION.seenAt(), DEGREE.seenAt());
        assertThat(plan)
                .extracting(PlannedReminder::reason)
                .containsExactlyInAnyOrder(
                        "Anna Berg was promoted: CTO at Acme (1 March 2026)",
                        "Anna Berg has a new degree (3 March 2026)");
    }

    @Test
    void shouldBeSettledWhenTheOwnerReachedOutAfterTheSignal() {
        var before = touch(1, EMAIL, OUTBOUND, "2026-03-01T08:59:59Z");
        var between = touch(2, EMAIL, OUTBOUND, "2026-03-02T10:00:00Z");

        assertThat(plan(List.of(PROMOTION, DEGREE), List.of(before))).hasSize(2);
        assertThat(plan(List.of(PROMOTION, DEGREE), List.of(before, between)))
                .extracting(PlannedReminder::cause)
                .containsExactly("signal:" + DEGREE.id());
    }

    @Test
    void shouldNotBeSettledByWhatTheContactSendsOrTheOwnerNotes() {
        var mail = touch(1, EMAIL, INBOUND, "2026-03-04T10:00:00Z");
        var note = touch(2, NOTE, OUTBOUND, "2026-03-04T10:00:00Z");

        assertThat(plan(List.of(PROMOTION), List.of(mail, note)))
                .extracting(PlannedReminder::kind)
                .contains(ReminderKind.CONGRATULATE);
    }

    @Test
    void shouldPassOverWhatIsReadOrHasAReminderOfItsOwnOrWasNoNewsWhenItWasSeen() {
        var post = signal(3, SignalKind.POST, "On queues", "2026-03-01T09:00:00Z");
        var birthday = signal(4, SignalKind.BIRTHDAY, null, "2026-03-01T09:00:00Z");
        var old = new Signal(
                new UUID(8, 5),
                SignalKind.PROMOTION,
                "CTO",
                Instant.parse("2026-01-29T08:59:59Z"),
                Instant.parse("2026-03-01T09:00:00Z"));

        assertThat(plan(List.of(post, birthday, old), List.of())).isEmpty();
    }

    private static List<PlannedReminder> plan(List<Signal> signals, List<Touch> touches) {
        return ReminderPlan.of(withSignals(signals, touches), Situations.ADDED).reminders().stream()
                .filter(it -> it.kind() == ReminderKind.CONGRATULATE)
                .toList();
    }

    private static Signal signal(int id, SignalKind kind, String title, String at) {
        return new Signal(new UUID(8, id), kind, title, Instant.parse(at), Instant.parse(at));
    }
}
