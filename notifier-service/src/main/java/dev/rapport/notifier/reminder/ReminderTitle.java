package dev.rapport.notifier.reminder;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Language;

/** The titles of notifications of reminders. */
public final class ReminderTitle {

    private ReminderTitle() {}

    /** What to do, and for whom; of what a member set by hand, the member's own words. */
    public static String of(ReminderKind kind, Language language, String name, String reason) {
        var german = language == Language.DE;
        return switch (kind) {
            case REPLY_OWED -> (german ? "Antworte " : "Answer ") + name;
            case CONGRATULATE -> (german ? "Gratuliere " : "Congratulate ") + name;
            case DRIFTING -> (german ? "Melde dich wieder bei " : "Get back in touch with ") + name;
            case FOLLOW_UP -> (german ? "Frag noch einmal nach bei " : "Follow up with ") + name;
            case BIRTHDAY -> (german ? "Geburtstag von " : "Birthday of ") + name;
            case KEEP_IN_TOUCH -> (german ? "Bleib in Kontakt mit " : "Keep in touch with ") + name;
            case MANUAL -> Names.of(reason);
        };
    }
}
