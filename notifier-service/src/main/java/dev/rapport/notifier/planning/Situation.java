package dev.rapport.notifier.planning;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.ReminderKind;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that a contact's reminders depend on. "Now" is not part of it, and says no more than which birthday or anniversary is the next:
 * the same events give the same plan whenever and in whatever order they are read.
 *
 * @param signals the newest that call for congratulations
 * @param muted the kinds of which the member does not want to hear: all, for a contact that is muted
 */
public record Situation(
        Contact contact,
        Touches touches,
        List<Signal> signals,
        Optional<Tie> tie,
        Closings closings,
        Habits habits,
        Set<ReminderKind> muted) {

    /** With nothing muted. */
    public Situation(
            Contact contact,
            Touches touches,
            List<Signal> signals,
            Optional<Tie> tie,
            Closings closings,
            Habits habits) {
        this(contact, touches, signals, tie, closings, habits, Set.of());
    }

    /**
     * The contact.
     *
     * @param cadence absent when the owner set none
     * @param addedAt when it was added to Rapport
     */
    public record Contact(
            UUID id,
            String name,
            Optional<Cadence> cadence,
            Instant addedAt,
            Optional<YearlyDay> birthday,
            List<Anniversary> anniversaries) {}

    /** A day of the year that matters to a contact, by what is remembered: "wedding". */
    public record Anniversary(String label, YearlyDay day) {}

    /**
     * What relevance says of the tie.
     *
     * @param peakBand the strongest band it ever reached
     * @param lastTouchAt the latest interaction it knows of
     * @param driftsAt when silence becomes worth a reminder
     */
    public record Tie(Band peakBand, Optional<Instant> lastTouchAt, Optional<Instant> driftsAt) {}

    /**
     * What the member closed by hand, as done or dismissed.
     *
     * @param keepInTouch the last keep_in_touch reminder so closed
     * @param birthday the reminder of the last birthday that came, or that was closed before it came
     * @param anniversaries the causes of all anniversaries that were closed
     */
    public record Closings(Optional<Closed> keepInTouch, Optional<Congratulated> birthday, Set<String> anniversaries) {
        /** Nothing was closed yet. */
        public static final Closings NONE = new Closings(Optional.empty(), Optional.empty(), Set.of());
    }

    /** One reminder that the member closed. */
    public record Closed(UUID reminderId, String cause, Instant at) {}

    /**
     * What became of a birthday's reminder.
     *
     * @param restsUntil when the member was told last or, after a snooze, is told again
     */
    public record Congratulated(int year, ReminderState state, Instant restsUntil) {

        boolean isClosed() {
            return state == ReminderState.DONE || state == ReminderState.DISMISSED;
        }

        boolean isUntold() {
            return state == ReminderState.SCHEDULED;
        }
    }

    /**
     * How the member wants to be reminded.
     *
     * @param replyTime a {@link java.time.Period} of calendar days or an exact {@link java.time.Duration}
     * @param followUpAfter likewise
     * @param language in which reasons are told
     */
    public record Habits(
            LocalSchedule schedule, TemporalAmount replyTime, TemporalAmount followUpAfter, Locale language) {

        /** In English. */
        public Habits(LocalSchedule schedule, TemporalAmount replyTime, TemporalAmount followUpAfter) {
            this(schedule, replyTime, followUpAfter, Locale.ENGLISH);
        }

        /** A period counts calendar days in the member's zone, a duration counts seconds. */
        Instant after(Instant at, TemporalAmount amount) {
            return amount instanceof Period period
                    ? at.atZone(schedule.zone()).plus(period).toInstant()
                    : at.plus(amount);
        }
    }
}
