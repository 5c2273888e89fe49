package dev.rapport.notifier.edition.content;

import dev.rapport.events.Band;
import dev.rapport.events.SignalKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** An edition in German. */
final class GermanWords implements Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMAN);

    @Override
    public String paper() {
        return "Der Rapport";
    }

    @Override
    public String nothingToday() {
        return "Heute braucht dich niemand";
    }

    @Override
    public String section(String kind) {
        return switch (kind) {
            case "replies_owed" -> "Offene Antworten";
            case "congratulations" -> "Glückwünsche";
            case "drifting" -> "Auf Abstand";
            case "reminders" -> "Heute fällig";
            case "news" -> "Neuigkeiten";
            default -> "Werbung und Unbekannte";
        };
    }

    @Override
    public String news(String name, SignalKind kind, String title) {
        var what =
                switch (kind) {
                    case POST -> "hat etwas veröffentlicht";
                    case JOB_CHANGE -> "hat eine neue Stelle";
                    case PROMOTION -> "wurde befördert";
                    case DEGREE -> "hat einen neuen Abschluss";
                    case NEW_PICTURE -> "hat ein neues Bild";
                    case BIRTHDAY -> "hat Geburtstag";
                    case ANNIVERSARY -> "hat ein Jubiläum";
                    case MILESTONE -> "hat ein Ziel erreicht";
                    default -> "ist in den Nachrichten";
                };
        return Words.with(who(name) + " " + what, title);
    }

    @Override
    public String pitched(String name, int times) {
        return who(name) + (times == 1 ? " hat Werbung geschickt" : " hat " + times + "-mal Werbung geschickt");
    }

    @Override
    public String stranger(String name, int times) {
        return who(name) + " hat sich" + (times == 1 ? "" : " " + times + "-mal")
                + " gemeldet; du hast nie dorthin geschrieben";
    }

    @Override
    public String editionOf(LocalDate date) {
        return "Deine Ausgabe vom " + date(date);
    }

    @Override
    public String count(int items) {
        return items == 0 ? nothingToday() : items == 1 ? "1 Sache, die sich lohnt" : items + " Dinge, die sich lohnen";
    }

    @Override
    public String band(Band band) {
        return switch (band) {
            case CLOSE -> "eng";
            case ACTIVE -> "rege";
            case WARM -> "warm";
            case COOLING -> "abkühlend";
            case DORMANT -> "eingeschlafen";
        };
    }

    @Override
    public String late() {
        return "Verspätete Ausgabe: Sie kam später als gewünscht.";
    }

    @Override
    public String trend(Band band) {
        return "Die Verbindung in den letzten 26 Wochen; jetzt " + band(band);
    }

    @Override
    public String draft() {
        return "Ein Satz zum Abschicken";
    }

    @Override
    public String read() {
        return "Lesen";
    }

    @Override
    public String onThePage() {
        return "Diese Ausgabe als Seite lesen";
    }

    @Override
    public String more(int items) {
        return "(und " + items + " mehr)";
    }

    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    private static String who(String name) {
        return Objects.requireNonNullElse(name, "Jemand");
    }
}
