package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.planning.LocalSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The edition that a member should have by now. Only ever that of the current local date: of days that were missed there is
 * none.
 */
record Issue(LocalDate date, boolean late) {

    /** Empty on a quiet day, before the edition time, and while a late one would come in quiet hours. */
    static Optional<Issue> at(LocalSchedule schedule, Instant now, Duration lateAfter) {
        var today = schedule.dateOf(now);
        if (!schedule.looksOn(today)) {
            return Optional.empty();
        }
        // Where the clocks skip midnight, the time that belongs to a date may lie on the next one.
        return Stream.of(today.minusDays(1), today)
                .map(schedule::on)
                .filter(at -> schedule.dateOf(at).equals(today) && !at.isAfter(now))
                .findFirst()
                .map(at -> new Issue(today, at.plus(lateAfter).isBefore(now)))
                .filter(issue -> !issue.late() || !schedule.awake(now).isAfter(now));
    }

    /** When to look at the member again: at the next edition, or when the quiet time is over that holds a late one back. */
    static Instant next(LocalSchedule schedule, Instant now) {
        var edition = schedule.nextEdition(now);
        var awake = schedule.awake(now);
        return awake.isAfter(now) && awake.isBefore(edition) ? awake : edition;
    }
}
