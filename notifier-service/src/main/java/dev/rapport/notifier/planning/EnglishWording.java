package dev.rapport.notifier.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reasons in English. */
record EnglishWording(ZoneId zone) implements Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    @Override
    public String lastContact(Touch touch) {
        return "Last contact on " + date(touch.occurredAt()) + " ("
                + touch.kind().json() + ")";
    }

    @Override
    public String noContactSince(Instant addedAt) {
        return "Added on " + date(addedAt) + ", no contact since";
    }

    @Override
    public String closedLast(Instant closedAt) {
        return "You closed the last reminder on " + date(closedAt);
    }

    @Override
    public String keepInTouch(String last, Period ideal) {
        return last + "; you want to be in touch " + every(ideal);
    }

    @Override
    public String drifting(Touch last) {
        return lastContact(last) + "; you two used to be in touch more often";
    }

    @Override
    public String owed(String name, Touch touch) {
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

    @Override
    public String followUp(String name, Touch touch) {
        return "You wrote to " + name + " on " + date(touch.occurredAt()) + " and have no answer yet";
    }

    @Override
    public String birthday(String name, LocalDate date, Optional<Integer> age) {
        var what = age.map(years -> " turns " + years).orElse(" has a birthday");
        return name + what + " on " + DATE.format(date);
    }

    @Override
    public String anniversary(String name, String label, LocalDate date, Optional<Integer> years) {
        var since = years.map(count -> count == 1 ? ", one year" : ", " + count + " years")
                .orElse("");
        return name + " has an anniversary on " + DATE.format(date) + ": " + label + since;
    }

    @Override
    public String congratulation(String name, Signal signal) {
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
    private static String every(Period period) {
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

    private String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }
}
