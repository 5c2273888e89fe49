package dev.rapport.notifier.series;

import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.recurrence.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done with a series now.
 *
 * @param ends whether there is nothing more to come
 * @param passesBy whether its open occurrence took care of itself, since another takes its place
 * @param moves what its open occurrence becomes
 * @param adds the occurrence that is open from now on
 */
record Turn(boolean ends, boolean passesBy, Optional<Until> moves, Optional<Until> adds) {

    private static final Turn NOTHING = new Turn(false, false, Optional.empty(), Optional.empty());

    /**
     * An occurrence, and when the next takes its place.
     *
     * @param latestAt null without a next
     */
    record Until(LocalDate date, Instant dueAt, Instant latestAt) {}

    static Turn of(Standing standing, Instant now) {
        var open = standing.open();
        if (open != null && open.isToldLate()) {
            return standIn(standing);
        }
        var next = standing.series().current(standing.last(), standing.zone(), now);
        if (open == null) {
            return new Turn(next.isEmpty(), false, Optional.empty(), next.map(it -> untilTheNext(standing, it)));
        }
        boolean hasCome = next.filter(it -> !it.at().isAfter(now)).isPresent();
        return hasCome && open.state() != ReminderState.SNOOZED
                ? replace(standing, next.get())
                : keep(standing, next.map(Occurrence::at).orElse(null));
    }

    /** What the member was told of stands for all that came before it was told: a day has one of them, not a heap. */
    private static Turn standIn(Standing standing) {
        var open = standing.open();
        var date = standing.series()
                .current(standing.last(), standing.zone(), open.toldAt())
                .filter(it -> !it.at().isAfter(open.toldAt()))
                .map(Occurrence::date)
                .orElse(standing.last());
        return move(untilTheNext(standing, new Occurrence(date, open.dueAt())));
    }

    private static Turn replace(Standing standing, Occurrence by) {
        var until = untilTheNext(standing, by);
        return standing.open().isUnseen() ? move(until) : new Turn(false, true, Optional.empty(), Optional.of(until));
    }

    /** Until it is told it is due at its local time in whatever zone the member is. */
    private static Turn keep(Standing standing, Instant latestAt) {
        var open = standing.open();
        var dueAt = open.state() == ReminderState.SCHEDULED
                ? standing.series().on(standing.last(), standing.zone()).at()
                : open.dueAt();
        return open.dueAt().equals(dueAt) && Objects.equals(open.latestAt(), latestAt)
                ? NOTHING
                : move(new Until(standing.last(), dueAt, latestAt));
    }

    private static Turn move(Until to) {
        return new Turn(false, false, Optional.of(to), Optional.empty());
    }

    private static Until untilTheNext(Standing standing, Occurrence occurrence) {
        var next = standing.series().after(occurrence.date(), standing.zone());
        return new Until(
                occurrence.date(), occurrence.at(), next.map(Occurrence::at).orElse(null));
    }
}
