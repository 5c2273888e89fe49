package dev.rapport.notifier.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The end of a rule, itself included.
 *
 * @param isUtc whether it is an instant; else it is a local time, in whatever zone
 */
record Until(LocalDateTime end, boolean isUtc) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** Reads {@code 20261231}, {@code 20261231T090000} or {@code 20261231T090000Z}. */
    static Until parse(String text) {
        try {
            boolean isUtc = text.endsWith("Z");
            return text.contains("T")
                    ? new Until(LocalDateTime.parse(text.replaceAll("Z$", ""), TIME), isUtc)
                    : new Until(LocalDate.parse(text, DATE).atTime(LocalTime.MAX), false);
        } catch (DateTimeException e) {
            throw new UnusableRule("UNTIL must be a date or a time such as 20261231 or 20261231T090000Z");
        }
    }

    boolean includes(LocalDateTime local, ZoneId zone) {
        return isUtc ? !local.atZone(zone).toInstant().isAfter(end.toInstant(ZoneOffset.UTC)) : !local.isAfter(end);
    }
}
