package dev.rapport.notifier.drafting;

import dev.rapport.events.ReminderKind;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.preference.Language;

/** Rapport's own lines, for workspaces that have none of their own. */
final class StandardTemplates {

    private StandardTemplates() {}

    static Template of(ReminderKind kind, Language language) {
        return new Template(language == Language.DE ? german(kind) : english(kind));
    }

    private static String english(ReminderKind kind) {
        return switch (kind) {
            case KEEP_IN_TOUCH ->
                "Hi[ {{firstName}}], it has been a while. How are you[, and how are things at {{organization}}]?";
            case DRIFTING ->
                "Hi[ {{firstName}}], we have not talked for a long time, and I was just thinking of you. How have you"
                        + " been?";
            case REPLY_OWED -> "Hi[ {{firstName}}], thank you for your message, and sorry for the wait.";
            case FOLLOW_UP ->
                "Hi[ {{firstName}}], have you had a chance to look at my last message? I would love to hear from you.";
            case CONGRATULATE -> "Congratulations[ on {{occasion}}][, {{firstName}}]! I am very happy for you.";
            case BIRTHDAY -> "Happy birthday[, {{firstName}}]! I wish you a wonderful day.";
            case MANUAL -> "Hi[ {{firstName}}], you came to my mind today. How are you?";
        };
    }

    private static String german(ReminderKind kind) {
        return switch (kind) {
            case KEEP_IN_TOUCH ->
                "Hallo[ {{firstName}}], wir haben länger nichts voneinander gehört. Wie geht es dir[, und wie läuft es"
                        + " bei {{organization}}]?";
            case DRIFTING ->
                "Hallo[ {{firstName}}], wir haben uns lange nicht gesprochen, und ich musste gerade an dich denken. Wie"
                        + " geht es dir?";
            case REPLY_OWED ->
                "Hallo[ {{firstName}}], danke für deine Nachricht, und entschuldige bitte die späte Antwort.";
            case FOLLOW_UP ->
                "Hallo[ {{firstName}}], konntest du dir meine letzte Nachricht schon ansehen? Ich freue mich, von dir zu"
                        + " hören.";
            case CONGRATULATE ->
                "Herzlichen Glückwunsch[ {{occasion}}][, {{firstName}}]! Ich freue mich sehr für dich.";
            case BIRTHDAY -> "Alles Gute zum Geburtstag[, {{firstName}}]! Ich wünsche dir einen wunderschönen Tag.";
            case MANUAL -> "Hallo[ {{firstName}}], ich habe heute an dich gedacht. Wie geht es dir?";
        };
    }

    /** What there is to congratulate on. */
    static String occasion(SignalKind kind, Language language) {
        var german = language == Language.DE;
        return switch (kind) {
            case JOB_CHANGE -> german ? "zur neuen Stelle" : "your new job";
            case PROMOTION -> german ? "zur Beförderung" : "your promotion";
            case DEGREE -> german ? "zum Abschluss" : "your degree";
            case NEW_PICTURE -> german ? "zum neuen Bild" : "your new picture";
            case ANNIVERSARY -> german ? "zum Jubiläum" : "your anniversary";
            case MILESTONE -> german ? "zu diesem Erfolg" : "this milestone";
            default -> "";
        };
    }
}
