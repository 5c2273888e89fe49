package dev.rapport.notifier.recurrence;

import biweekly.ICalVersion;
import biweekly.io.CannotParseException;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads rules as strictly as RFC 5545 writes them: what is not understood must not be taken for something else. */
final class RuleText {

    private static final int LONGEST = 500;
    private static final String LIST = "%1$s(,%1$s)*";
    private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
    private static final String MONTH_DAY = "[+-]?([1-9]|0[1-9]|[12]\\d|3[01])";
    private static final String YEAR_DAY = "[+-]?0{0,2}([1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])";

    private static final Map<String, Pattern> PARTS = Map.of(
            "FREQ", Pattern.compile("DAILY|WEEKLY|MONTHLY|YEARLY"),
            "INTERVAL", Pattern.compile("[1-9]\\d{0,2}"),
            "COUNT", Pattern.compile("[1-9]\\d{0,3}"),
            "UNTIL", Pattern.compile("\\d{8}(T\\d{6}Z?)?"),
            "BYDAY", list("([+-]?([1-9]|0[1-9]|[1-4]\\d|5[0-3]))?" + DAY),
            "BYMONTHDAY", list(MONTH_DAY),
            "BYMONTH", list("0?[1-9]|1[0-2]"),
            "BYYEARDAY", list(YEAR_DAY),
            "BYSETPOS", list(YEAR_DAY),
            "WKST", Pattern.compile(DAY));

    private RuleText() {}

    static RecurrenceRule parse(String text) {
        var upper = text.strip().toUpperCase(Locale.ROOT);
        var parts = parts(upper.startsWith("RRULE:") ? upper.substring("RRULE:".length()) : upper);
        refuseContradictions(parts);
        var until = Optional.ofNullable(parts.get("UNTIL")).map(Until::parse);
        var dates = parts.entrySet().stream()
                .filter(part -> !part.getKey().equals("UNTIL"))
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        var context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        try {
            var rule = new RecurrenceRuleScribe().parseText(dates, null, new ICalParameters(), context);
            return new RecurrenceRule(upper, rule.getValue(), until);
        } catch (CannotParseException e) {
            throw new UnusableRule("must be a rule of RFC 5545 such as FREQ=MONTHLY;BYMONTHDAY=15");
        }
    }

    private static Map<String, String> parts(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new UnusableRule("must be a rule of RFC 5545 such as FREQ=MONTHLY;BYMONTHDAY=15");
        }
        var parts = new LinkedHashMap<String, String>();
        for (var part : text.split(";", -1)) {
            var pair = part.split("=", 2);
            if (pair.length < 2 || parts.put(pair[0], pair[1]) != null) {
                throw new UnusableRule("must be a rule of RFC 5545, each part once, such as FREQ=WEEKLY;BYDAY=MO,TH");
            }
            check(pair[0], pair[1]);
        }
        if (!parts.containsKey("FREQ")) {
            throw new UnusableRule("must say how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY");
        }
        return parts;
    }

    private static void check(String name, String value) {
        if (name.matches("BYHOUR|BYMINUTE|BYSECOND") || value.matches("HOURLY|MINUTELY|SECONDLY")) {
            throw new UnusableRule("comes at most once a day: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, without BYHOUR,"
                    + " BYMINUTE and BYSECOND; the time of day is that of the first occurrence");
        }
        var allowed = PARTS.get(name);
        if (allowed == null) {
            throw new UnusableRule("may have the parts FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, BYMONTH,"
                    + " BYYEARDAY, BYSETPOS and WKST");
        }
        if (!allowed.matcher(value).matches()) {
            throw new UnusableRule("has a " + name + " that RFC 5545 does not know, or out of bounds: INTERVAL goes to"
                    + " 999 and COUNT to 9999");
        }
    }

    /** What RFC 5545 forbids together, and rules with a position in nothing. */
    private static void refuseContradictions(Map<String, String> parts) {
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw new UnusableRule("ends by COUNT or by UNTIL, not by both");
        }
        boolean isNumbered = parts.getOrDefault("BYDAY", "").matches(".*\\d.*");
        if (isNumbered && parts.get("FREQ").matches("DAILY|WEEKLY")) {
            throw new UnusableRule("numbers its days (2MO) only with FREQ=MONTHLY or YEARLY");
        }
        if (parts.containsKey("BYSETPOS") && parts.keySet().stream().noneMatch(RuleText::isSet)) {
            throw new UnusableRule("has BYSETPOS only together with BYDAY, BYMONTHDAY, BYMONTH or BYYEARDAY");
        }
    }

    private static boolean isSet(String name) {
        return name.startsWith("BY") && !name.equals("BYSETPOS");
    }

    private static Pattern list(String value) {
        return Pattern.compile(String.format(LIST, "(" + value + ")"));
    }
}
