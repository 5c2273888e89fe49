package dev.rapport.notifier.alert;

import dev.rapport.notifier.preference.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

/** Puts alerts into words, in the member's language and zone. */
record AlertWords(Language language, ZoneId zone) {

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("post", "Post by"),
            Map.entry("job_change", "New job:"),
            Map.entry("promotion", "Promotion:"),
            Map.entry("degree", "New degree:"),
            Map.entry("new_picture", "New picture:"),
            Map.entry("birthday", "Birthday:"),
            Map.entry("anniversary", "Anniversary:"),
            Map.entry("milestone", "Milestone:"),
            Map.entry("message", "Message from"),
            Map.entry("email", "Email from"),
            Map.entry("call", "Call from"),
            Map.entry("comment", "Comment by"),
            Map.entry("compliment", "Compliment from"),
            Map.entry("referral", "Referral from"),
            Map.entry("introduction", "Introduction by"));

    private static final Map<String, String> GERMAN = Map.ofEntries(
            Map.entry("post", "Beitrag von"),
            Map.entry("job_change", "Neue Stelle:"),
            Map.entry("promotion", "Beförderung:"),
            Map.entry("degree", "Neuer Abschluss:"),
            Map.entry("new_picture", "Neues Bild:"),
            Map.entry("birthday", "Geburtstag:"),
            Map.entry("anniversary", "Jubiläum:"),
            Map.entry("milestone", "Meilenstein:"),
            Map.entry("message", "Nachricht von"),
            Map.entry("email", "E-Mail von"),
            Map.entry("call", "Anruf von"),
            Map.entry("comment", "Kommentar von"),
            Map.entry("compliment", "Kompliment von"),
            Map.entry("referral", "Empfehlung von"),
            Map.entry("introduction", "Vorstellung durch"));

    /** What happened, and who it was. */
    String title(String kind, String name) {
        return language == Language.DE
                ? GERMAN.getOrDefault(kind, "Neues von") + " " + name
                : ENGLISH.getOrDefault(kind, "News of") + " " + name;
    }

    /** When, how relevant the contact is, and, of a signal, in its own words. */
    String body(Instant happenedAt, double score, String title, String link) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(happenedAt.atZone(zone));
        var facts = language == Language.DE
                ? "Am %s. Relevanz %d von 100.".formatted(date, Math.round(score))
                : "On %s. Relevance %d of 100.".formatted(date, Math.round(score));
        return (title == null || title.isBlank() ? "" : title.strip() + "\n")
                + facts
                + (link == null ? "" : "\n" + link);
    }
}
