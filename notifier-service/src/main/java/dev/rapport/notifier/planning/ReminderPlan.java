package dev.rapport.notifier.planning;

import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reminders that a contact should have, ordered by kind: at most one of each, but for congratulations, of which each
 * signal and each anniversary has its own.
 */
public record ReminderPlan(List<PlannedReminder> reminders) {

    /** The kinds that are planned from events; the others are set by people and partners, and left alone here. */
    public static final List<ReminderKind> KINDS = List.of(
            ReminderKind.KEEP_IN_TOUCH,
            ReminderKind.DRIFTING,
            ReminderKind.REPLY_OWED,
            ReminderKind.FOLLOW_UP,
            ReminderKind.CONGRATULATE,
            ReminderKind.BIRTHDAY);

    /** The plan of a contact that is gone. */
    public static final ReminderPlan NONE = new ReminderPlan(List.of());

    /**
     * Plans anew from all that is known.
     *
     * @param now decides only which birthday or anniversary is the next
     */
    public static ReminderPlan of(Situation situation, Instant now) {
        var ofEachKind = Stream.of(
                        KeepInTouch.plan(situation),
                        Drifting.plan(situation),
                        ReplyOwed.plan(situation),
                        FollowUp.plan(situation),
                        OnBirthday.plan(situation, now))
                .flatMap(Optional::stream);
        return new ReminderPlan(Stream.of(ofEachKind, Congratulate.plan(situation), OnAnniversary.plan(situation, now))
                .flatMap(reminders -> reminders)
                .filter(reminder -> !situation.muted().contains(reminder.kind()))
                .sorted(Comparator.comparing(PlannedReminder::kind))
                .toList());
    }
}
