package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates of tables: ISO 8601, seconds or milliseconds since 1970, days with slashes or dots, and all that mail writes.
 *
 * @param zone of times that state none
 * @param isDayFirst whether 3/4 is the third of April
 */
record CellDates(ZoneId zone, boolean isDayFirst) {

    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10}|\\d{12,13})(\\.\\d+)?");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(.*)");
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2,4})\\b(.*)");
    private static final Pattern NAMED_DAY = Pattern.compile(
            "(?:[A-Za-z]{3,9},? )?(?:(\\d{1,2})[ -]([A-Za-z]{3,9})|([A-Za-z]{3,9}) (\\d{1,2})),?[ -](\\d{4})");
    private static final int LONGEST = 100;
    private static final int FIRST_MONTH_IMPOSSIBLE = 13;

    /** Whether a text is a day that can only be read with the day first, or only with the month first; empty when both work. */
    static Optional<Boolean> dayFirst(String text) {
        var match = SHORT_DAY.matcher(text.strip());
        if (text.length() > LONGEST || !match.matches()) {
            return Optional.empty();
        }
        if (match.group(2).equals(".")) {
            return Optional.of(true);
        }
        if (Integer.parseInt(match.group(1)) >= FIRST_MONTH_IMPOSSIBLE) {
            return Optional.of(true);
        }
        return Integer.parseInt(match.group(3)) >= FIRST_MONTH_IMPOSSIBLE ? Optional.of(false) : Optional.empty();
    }

    /** The instant that a cell tells, the beginning of the day when it names no time; empty when it tells none. */
    Optional<Instant> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(text.strip().replaceAll("[\\s\\p{Z}]+", " "));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> read(String text) {
        var epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            long number = Long.parseLong(epoch.group(1));
            return Optional.of(
                    epoch.group(1).length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        var iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return at(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)), iso.group(4));
        }
        var day = SHORT_DAY.matcher(text);
        if (day.matches()) {
            boolean isDay = dayFirst(text).orElse(isDayFirst);
            int year = number(day.group(4));
            int full = day.group(4).length() == 2 ? (year < 70 ? 2000 : 1900) + year : year;
            return at(full, number(day.group(isDay ? 3 : 1)), number(day.group(isDay ? 1 : 3)), day.group(5));
        }
        return NAMED_DAY.matcher(text).matches() ? Dates.parse(text + " 00:00", zone) : Dates.parse(text, zone);
    }

    private Optional<Instant> at(int year, int month, int day, String rest) {
        var date = LocalDate.of(year, month, day);
        var time = rest.replaceFirst("^[T, ]+", "");
        return time.isEmpty()
                ? Optional.of(date.atTime(LocalTime.MIDNIGHT).atZone(zone).toInstant())
                : Dates.parse(date + " " + time, zone);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
