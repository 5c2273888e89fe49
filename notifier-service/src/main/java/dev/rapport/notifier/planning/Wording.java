package dev.rapport.notifier.planning;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts reasons into words, with dates in the member's zone. */
record Wording(ZoneId zone) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }

    String lastContact(Touch touch) {
        return "Last contact on " + date(touch.occurredAt()) + " ("
                + touch.kind().json() + ")";
    }

    String owed(String name, Touch touch) {
        var verb =
                switch (touch.kind()) {
                    case EMAIL, MESSAGE -> "wrote";
                    case CALL -> "called";
                    case COMMENT -> "commented";
                    case COMPLIMENT -> "complimented you";
                    case REFERRAL -> "referred somebody to you";
                    case INTRODUCTION -> "introduced somebody to you";
                    default -> "got in touch";
                };
        return name + " " + verb + " on " + date(touch.occurredAt()) + " and has no answer yet";
    }

    String congratulation(String name, Signal signal) {
        var what =
                switch (signal.kind()) {
                    case JOB_CHANGE -> "has a new job";
                    case PROMOTION -> "was promoted";
                    case DEGREE -> "has a new degree";
                    case NEW_PICTURE -> "has a new picture";
                    case ANNIVERSARY -> "has an anniversary";
                    default -> "reached a milestone";
                };
        var title = signal.title() == null || signal.title().isBlank() ? "" : ": " + signal.title();
        return name + " " + what + title + " (" + date(signal.happenedAt()) + ")";
    }

    /** A period as "every 30 days", "every month", "every year and 2 months". */
    static String every(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return "every " + String.join(" and ", parts);
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count == 1) {
            parts.add(unit);
        } else if (count > 1) {
            parts.add(count + " " + unit + "s");
        }
    }
}
