package dev.rapport.notifier.planning;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that a contact's reminders depend on. "Now" is not part of it: the same events give the same plan whenever
 * and in whatever order they are read.
 *
 * @param signals the newest that call for congratulations
 */
public record Situation(
        Contact contact, Touches touches, List<Signal> signals, Optional<Tie> tie, Closings closings, Habits habits) {

    /**
     * The contact.
     *
     * @param cadence absent when the owner set none
     * @param addedAt when it was added to Rapport
     */
    public record Contact(UUID id, String name, Optional<Cadence> cadence, Instant addedAt) {}

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
     */
    public record Closings(Optional<Closed> keepInTouch) {
        /** Nothing was closed yet. */
        public static final Closings NONE = new Closings(Optional.empty());
    }

    /** One reminder that the member closed. */
    public record Closed(UUID reminderId, String cause, Instant at) {}

    /**
     * How the member wants to be reminded.
     *
     * @param replyTime a {@link java.time.Period} of calendar days or an exact {@link java.time.Duration}
     */
    public record Habits(LocalSchedule schedule, TemporalAmount replyTime) {}
}
