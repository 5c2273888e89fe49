package dev.rapport.notifier.recurrence;

import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIterator;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.DateValueImpl;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;

/**
 * A recurrence rule of RFC 5545 (section 3.3.10) that names dates: at most one occurrence a day, at the time of the start.
 *
 * @param text as it was written, in upper case
 */
public record RecurrenceRule(String text, Recurrence dates, Optional<Until> until) {

    private static final TimeZone NO_ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);
    private static final int LAST_YEAR = 9999;

    /**
     * Reads {@code FREQ=MONTHLY;BYMONTHDAY=15}.
     *
     * @throws UnusableRule when it is none, or one that comes more than once a day
     */
    public static RecurrenceRule parse(String text) {
        return RuleText.parse(text);
    }

    /**
     * The first date of the rule that is later than this. The start counts as an occurrence only when the rule names it: of
     * "monthly" from the 31st on, the months without a 31st have none.
     */
    Optional<LocalDate> dateAfter(LocalDate after, LocalDate start) {
        var iterator = RecurrenceIteratorFactory.createRecurrenceIterator(dates, value(start), NO_ZONE);
        // Those that a count counts must be seen one by one; all others can be skipped.
        if (dates.getCount() == null && after.isAfter(start)) {
            iterator.advanceTo(value(after.plusDays(1)));
        }
        return firstAfter(after, iterator);
    }

    /** Whether the rule has not ended yet at this local time. */
    boolean lastsUntil(LocalDateTime local, ZoneId zone) {
        return until.map(end -> end.includes(local, zone)).orElse(true);
    }

    private static Optional<LocalDate> firstAfter(LocalDate after, RecurrenceIterator iterator) {
        while (iterator.hasNext()) {
            var next = iterator.next();
            if (next.year() > LAST_YEAR) {
                return Optional.empty();
            }
            var date = LocalDate.of(next.year(), next.month(), next.day());
            if (date.isAfter(after)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private static DateValue value(LocalDate date) {
        return new DateValueImpl(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
