package dev.rapport.notifier.planning;

import dev.rapport.notifier.planning.Situation.Habits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;

/** Puts reasons into words, in a member's language, with dates in the member's zone. */
interface Wording {

    /** The words of a member. */
    static Wording of(Habits habits) {
        var zone = habits.schedule().zone();
        return habits.language().getLanguage().equals(Locale.GERMAN.getLanguage())
                ? new GermanWording(zone)
                : new EnglishWording(zone);
    }

    String lastContact(Touch touch);

    String noContactSince(Instant addedAt);

    String closedLast(Instant closedAt);

    /** Why to keep in touch: what was last, and what the member wants. */
    String keepInTouch(String last, Period ideal);

    String drifting(Touch last);

    String owed(String name, Touch touch);

    String followUp(String name, Touch touch);

    String birthday(String name, LocalDate date, Optional<Integer> age);

    /** Of a day that the contact keeps every year; the years are absent when its first is not known. */
    String anniversary(String name, String label, LocalDate date, Optional<Integer> years);

    String congratulation(String name, Signal signal);
}
