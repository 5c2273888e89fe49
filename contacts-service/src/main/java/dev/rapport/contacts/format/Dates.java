package dev.rapport.contacts.format;

import dev.rapport.contacts.contact.PartialDate;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Days as files write them, brought to {@code 1985-04-12} or {@code --04-12}; what could be two days is none. */
final class Dates {

    /** Where 4/12 is 12 April, for all that is known: the United States and few others. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "MH", "PW", "GU", "PR", "VI", "AS", "MP");

    private static final Pattern TIME = Pattern.compile("(?i)(.*\\d)(T\\d{2}.*|\\s+\\d{1,2}:\\d{2}.*)");
    private static final Pattern ISO = Pattern.compile("(\\d{4})(-?)(\\d{2})\\2(\\d{2})");
    private static final Pattern LOOSE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NO_YEAR = Pattern.compile("--(\\d{2})-?(\\d{2})");
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[. -]+([A-Za-zä]{3,9})\\.?[ ,-]*(\\d{4})?");
    private static final Pattern MONTH_DAY = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2})(?:,? +(\\d{4}))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("0+[/.-]0+[/.-]0+");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Apple's year for birthdays without a year. */
    private static final String NO_YEAR_OF_APPLE = "1604";

    private final String region;

    /** @param region whose habits tell 4/12 from 12/4; null when unknown */
    Dates(String region) {
        this.region = region;
    }

    /** Whether this is how a program writes that it knows no day. */
    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text.strip()).matches();
    }

    /** The day; empty when there is none, or more than one possible. */
    Optional<String> read(String text) {
        var bare = text.strip();
        if (bare.length() > 60) {
            return Optional.empty();
        }
        var time = TIME.matcher(bare);
        var day = time.matches() && !NO_YEAR.matcher(bare).matches() ? time.group(1) : bare;
        try {
            return Optional.ofNullable(parts(day))
                    .map(it -> PartialDate.parse(it).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text that is no day. */
    String hint(String text) {
        return SLASHES.matcher(text.strip()).matches() && region == null
                ? "could be two days, or is none: write 1985-04-12, or state a default region"
                : "is no day, such as 1985-04-12 or --04-12";
    }

    private String parts(String day) {
        var iso = ISO.matcher(day);
        if (iso.matches()) {
            return iso(iso.group(1), iso.group(3), iso.group(4));
        }
        var loose = LOOSE.matcher(day);
        if (loose.matches()) {
            return iso(loose.group(1), loose.group(2), loose.group(3));
        }
        var noYear = NO_YEAR.matcher(day);
        if (noYear.matches()) {
            return iso(null, noYear.group(1), noYear.group(2));
        }
        var dots = DOTS.matcher(day);
        if (dots.matches()) {
            return iso(dots.group(3), dots.group(2), dots.group(1));
        }
        var slashes = SLASHES.matcher(day);
        return slashes.matches() ? either(slashes.group(1), slashes.group(2), slashes.group(3)) : named(day);
    }

    private String either(String first, String second, String year) {
        int one = Integer.parseInt(first);
        int two = Integer.parseInt(second);
        boolean isDayFirst = one > 12 || (two <= 12 && region != null && !MONTH_FIRST.contains(region));
        boolean isMonthFirst = two > 12 || one == two || (region != null && !isDayFirst);
        if (isDayFirst) {
            return iso(year, second, first);
        }
        return isMonthFirst ? iso(year, first, second) : null;
    }

    private static String named(String day) {
        var dayFirst = DAY_MONTH.matcher(day);
        if (dayFirst.matches()) {
            return iso(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
        }
        var monthFirst = MONTH_DAY.matcher(day);
        return monthFirst.matches() ? iso(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2)) : null;
    }

    private static String month(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var german = Arrays.asList("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
        int index = Math.max(MONTHS.indexOf(lower.substring(0, 3)), german.indexOf(lower.substring(0, 3)));
        return String.valueOf(index + 1);
    }

    private static String iso(String year, String month, String day) {
        var date = "-%2s-%2s".formatted(month, day).replace(' ', '0');
        boolean hasYear = year != null && !year.equals(NO_YEAR_OF_APPLE) && !year.equals("0000");
        return (hasYear ? year : "-") + date;
    }
}
