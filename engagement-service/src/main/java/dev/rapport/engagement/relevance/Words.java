package dev.rapport.engagement.relevance;

import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.util.List;

/** The words of which explanations are made. */
final class Words {

    /** A stretch of time up to now. */
    record Stretch(Duration length, String english, String german) {
        String in(Language language) {
            return language.say(english, german);
        }
    }

    /** From the shortest to the longest. */
    static final List<Stretch> STRETCHES = List.of(
            new Stretch(Duration.ofDays(1), "in the last day", "am letzten Tag"),
            new Stretch(Duration.ofDays(7), "in the last week", "in der letzten Woche"),
            new Stretch(Duration.ofDays(14), "in the last 2 weeks", "in den letzten 2 Wochen"),
            new Stretch(Duration.ofDays(30), "in the last month", "im letzten Monat"),
            new Stretch(Duration.ofDays(91), "in the last 3 months", "in den letzten 3 Monaten"),
            new Stretch(Duration.ofDays(365), "in the last year", "im letzten Jahr"));

    private Words() {}

    /** So many of a kind. */
    static String count(long many, InteractionKind kind, Language language) {
        var noun = language == Language.GERMAN ? german(kind, many == 1) : english(kind, many == 1);
        return many + " " + noun;
    }

    /** So many of whatever kind. */
    static String count(long many, Language language) {
        return many + language.say(many == 1 ? " interaction" : " interactions", many == 1 ? " Kontakt" : " Kontakte");
    }

    /** How often something happened. */
    static String times(long many, Language language) {
        if (many <= 2) {
            return language == Language.GERMAN
                    ? List.of("nie", "einmal", "zweimal").get((int) many)
                    : List.of("never", "once", "twice").get((int) many);
        }
        return many + language.say(" times", "-mal");
    }

    /** So many days. */
    static String days(long many, Language language) {
        return many + language.say(many == 1 ? " day" : " days", many == 1 ? " Tag" : " Tage");
    }

    private static String english(InteractionKind kind, boolean one) {
        var noun = kind == InteractionKind.OTHER
                ? "other interaction"
                : kind.json().replace('_', ' ');
        return one ? noun : noun.endsWith("ch") ? noun + "es" : noun + "s";
    }

    private static String german(InteractionKind kind, boolean one) {
        return switch (kind) {
            case MESSAGE -> one ? "Nachricht" : "Nachrichten";
            case EMAIL -> one ? "E-Mail" : "E-Mails";
            case CALL -> one ? "Anruf" : "Anrufe";
            case MEETING -> "Treffen";
            case NOTE -> one ? "Notiz" : "Notizen";
            case COMPLIMENT -> one ? "Kompliment" : "Komplimente";
            case INTRODUCTION -> one ? "Vorstellung" : "Vorstellungen";
            case REFERRAL -> one ? "Empfehlung" : "Empfehlungen";
            case COMMENT -> one ? "Kommentar" : "Kommentare";
            case REACTION -> one ? "Reaktion" : "Reaktionen";
            case PITCH -> one ? "Werbung" : "Werbungen";
            default -> one ? "sonstiger Kontakt" : "sonstige Kontakte";
        };
    }
}
