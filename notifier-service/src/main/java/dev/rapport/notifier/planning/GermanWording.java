package dev.rapport.notifier.planning;

import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reasons in German. */
record GermanWording(ZoneId zone) implements Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);

    @Override
    public String lastContact(Touch touch) {
        return "Letzter Kontakt am " + date(touch.occurredAt()) + " (" + noun(touch.kind()) + ")";
    }

    @Override
    public String noContactSince(Instant addedAt) {
        return "Hinzugefügt am " + date(addedAt) + ", seither kein Kontakt";
    }

    @Override
    public String closedLast(Instant closedAt) {
        return "Die letzte Erinnerung hast du am " + date(closedAt) + " geschlossen";
    }

    @Override
    public String keepInTouch(String last, Period ideal) {
        return last + "; du möchtest " + every(ideal) + " in Kontakt sein";
    }

    @Override
    public String drifting(Touch last) {
        return lastContact(last) + "; früher hattet ihr öfter Kontakt";
    }

    @Override
    public String owed(String name, Touch touch) {
        var date = date(touch.occurredAt());
        var what =
                switch (touch.kind()) {
                    case EMAIL, MESSAGE -> " hat am " + date + " geschrieben";
                    case CALL -> " hat am " + date + " angerufen";
                    case COMMENT -> " hat am " + date + " kommentiert";
                    case COMPLIMENT -> " hat dir am " + date + " ein Kompliment gemacht";
                    case REFERRAL -> " hat dir am " + date + " jemanden vermittelt";
                    case INTRODUCTION -> " hat dir am " + date + " jemanden vorgestellt";
                    default -> " hat sich am " + date + " gemeldet";
                };
        return name + what + " und noch keine Antwort bekommen";
    }

    @Override
    public String followUp(String name, Touch touch) {
        return "Du hast " + name + " am " + date(touch.occurredAt()) + " geschrieben und noch keine Antwort bekommen";
    }

    @Override
    public String birthday(String name, LocalDate date, Optional<Integer> age) {
        return age.map(years -> name + " wird am " + DATE.format(date) + " " + years + " Jahre alt")
                .orElseGet(() -> name + " hat am " + DATE.format(date) + " Geburtstag");
    }

    @Override
    public String anniversary(String name, String label, LocalDate date, Optional<Integer> years) {
        var since = years.map(count -> count == 1 ? ", ein Jahr" : ", " + count + " Jahre")
                .orElse("");
        return name + " hat am " + DATE.format(date) + " ein Jubiläum: " + label + since;
    }

    @Override
    public String congratulation(String name, Signal signal) {
        var what =
                switch (signal.kind()) {
                    case JOB_CHANGE -> "hat eine neue Stelle";
                    case PROMOTION -> "wurde befördert";
                    case DEGREE -> "hat einen neuen Abschluss";
                    case NEW_PICTURE -> "hat ein neues Bild";
                    case ANNIVERSARY -> "hat ein Jubiläum";
                    default -> "hat ein Ziel erreicht";
                };
        var title = signal.title() == null || signal.title().isBlank() ? "" : ": " + signal.title();
        return name + " " + what + title + " (" + date(signal.happenedAt()) + ")";
    }

    private static String noun(InteractionKind kind) {
        return switch (kind) {
            case MESSAGE -> "Nachricht";
            case EMAIL -> "E-Mail";
            case CALL -> "Anruf";
            case MEETING -> "Treffen";
            case NOTE -> "Notiz";
            case COMPLIMENT -> "Kompliment";
            case INTRODUCTION -> "Vorstellung";
            case REFERRAL -> "Vermittlung";
            case COMMENT -> "Kommentar";
            case REACTION -> "Reaktion";
            case PITCH -> "Werbung";
            case OTHER -> "Sonstiges";
        };
    }

    /** A period as "alle 30 Tage", "jeden Monat", "alle 1 Jahr und 2 Monate". */
    private static String every(Period period) {
        if (period.equals(Period.ofYears(1))) {
            return "jedes Jahr";
        }
        if (period.equals(Period.ofMonths(1))) {
            return "jeden Monat";
        }
        if (period.equals(Period.ofDays(1))) {
            return "jeden Tag";
        }
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "Jahr", "Jahre");
        add(parts, period.getMonths(), "Monat", "Monate");
        add(parts, period.getDays(), "Tag", "Tage");
        return "alle " + String.join(" und ", parts);
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count != 0) {
            parts.add(count == 1 ? "1 " + one : count + " " + many);
        }
    }

    private String date(Instant instant) {
        return DATE.format(instant.atZone(zone));
    }
}
