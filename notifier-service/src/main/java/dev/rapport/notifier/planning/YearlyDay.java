package dev.rapport.notifier.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A day of the year.
 *
 * @param since absent when the year is not known
 */
public record YearlyDay(MonthDay day, Optional<LocalDate> since) {

    /** Reads {@code 1985-04-12} or {@code --04-12}; empty for anything else. */
    public static Optional<YearlyDay> parse(String text) {
        try {
            if (text == null) {
                return Optional.empty();
            }
            if (text.startsWith("--")) {
                return Optional.of(new YearlyDay(MonthDay.parse(text), Optional.empty()));
            }
            var since = LocalDate.parse(text);
            return Optional.of(new YearlyDay(MonthDay.from(since), Optional.of(since)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day on which it is kept in a year: one of 29 February on the 28th where there is no 29th. */
    LocalDate in(int year) {
        return day.atYear(year);
    }

    /** How many years it is since then, in a year; empty when that is not known. */
    Optional<Integer> yearsIn(int year) {
        return since.map(date -> year - date.getYear()).filter(years -> years > 0);
    }
}
