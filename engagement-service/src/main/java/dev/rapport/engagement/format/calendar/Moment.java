package dev.rapport.engagement.format.calendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DATE or DATE-TIME of a calendar.
 *
 * @param local what the clocks show, the beginning of the day for a date
 * @param isDate whether it is a day rather than a time
 */
record Moment(LocalDateTime local, Zone zone, boolean isDate) {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?)?");

    /** The moment that a property tells; empty when it tells none. */
    static Optional<Moment> of(VObjectProperty property, Zones zones) {
        return property == null
                ? Optional.empty()
                : of(property.getValue(), Properties.parameter(property, "TZID"), zones);
    }

    /** The moment that a text tells, in the zone of this name unless it is of UTC; empty when it tells none. */
    static Optional<Moment> of(String text, String zoneId, Zones zones) {
        var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean isDate = match.group(4) == null;
        try {
            var local = LocalDateTime.of(
                    number(match.group(1)),
                    number(match.group(2)),
                    number(match.group(3)),
                    number(match.group(4)),
                    number(match.group(5)),
                    Math.min(number(match.group(6)), 59));
            var offset = match.group(7);
            if (offset != null) {
                return Optional.of(new Moment(local, Zone.of(ZoneOffset.of(offset)), false));
            }
            return Optional.of(
                    new Moment(local, isDate || zoneId.isEmpty() ? zones.floating() : zones.named(zoneId), isDate));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant instant() {
        return zone.at(local);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
