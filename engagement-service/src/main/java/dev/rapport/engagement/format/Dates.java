package dev.rapport.engagement.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as mail and exported tables write them: RFC 5322 with its obsolete forms, RFC 850, asctime, ISO 8601. A zone of unknown
 * name is taken for UTC, as RFC 5322 section 4.3 says.
 */
public final class Dates {

    private static final String TIME =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2}))?(?:[.,]\\d+)?\\s*(?<half>[AaPp][Mm])?";
    private static final String ZONE = "(?<zone>[+-]\\d{1,2}:?\\d{2}|[A-Za-z]{1,5}(?:[+-]\\d{1,2}:?\\d{2})?)";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<day>\\d{1,2})[\\s-]+(?<month>[A-Za-z]{3,9})\\.?,?[\\s-]+(?<year>\\d{2,4}),?\\s+" + TIME
                    + "\\s*" + ZONE + "?"),
            Pattern.compile("(?<month>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+" + TIME + "\\s*(?:" + ZONE
                    + "\\s+)?(?<year>\\d{4})"),
            Pattern.compile("(?<month>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4}),?\\s+" + TIME + "\\s*"
                    + ZONE + "?"),
            Pattern.compile(
                    "(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})[T\\s]+" + TIME + "\\s*" + ZONE + "?"));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONE_HOURS = Map.of(
            "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7, "cet", 1, "cest",
            2);
    private static final int LONGEST = 300;
    private static final int FARTHEST_HOURS = 18;

    private Dates() {}

    /**
     * The instant that a text tells; empty when it tells none.
     *
     * @param zone of texts that state none
     */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        var bare = text.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip();
        for (var form : FORMS) {
            var match = form.matcher(bare);
            while (match.find()) {
                var instant = instant(match, zone);
                if (instant.isPresent()) {
                    return instant;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(Matcher match, ZoneId zone) {
        int month = month(match.group("month"));
        if (month == 0) {
            return Optional.empty();
        }
        try {
            var second = match.group("second");
            var local = LocalDateTime.of(
                    year(match.group("year")),
                    month,
                    Integer.parseInt(match.group("day")),
                    hour(match),
                    Integer.parseInt(match.group("minute")),
                    second == null ? 0 : Math.min(Integer.parseInt(second), 59));
            var stated = match.group("zone");
            return Optional.of(
                    local.atZone(stated == null ? zone : zone(stated)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int hour(Matcher match) {
        int hour = Integer.parseInt(match.group("hour"));
        var half = match.group("half");
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }

    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        return MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** RFC 5322 section 4.3: two digits are of 1950 to 2049, three count from 1900. */
    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() == 2) {
            return year < 50 ? 2000 + year : 1900 + year;
        }
        return text.length() == 3 ? 1900 + year : year;
    }

    private static ZoneOffset zone(String text) {
        int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(text.toLowerCase(Locale.ROOT), 0));
        }
        var digits = text.substring(sign + 1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minutes = Integer.parseInt(digits.substring(digits.length() - 2));
        if (hours > FARTHEST_HOURS || minutes > 59 || (hours == FARTHEST_HOURS && minutes > 0)) {
            return ZoneOffset.UTC;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(text.charAt(sign) == '-' ? -seconds : seconds);
    }
}
