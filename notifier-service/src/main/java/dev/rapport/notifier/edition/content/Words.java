package dev.rapport.notifier.edition.content;

import dev.rapport.events.Band;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.preference.Language;
import java.time.LocalDate;

/** What an edition says in its own words, in a member's language. */
public interface Words {

    /** The words of a language. */
    static Words in(Language language) {
        return language == Language.DE ? new GermanWords() : new EnglishWords();
    }

    String paper();

    String nothingToday();

    String section(String kind);

    String news(String name, SignalKind kind, String title);

    String pitched(String name, int times);

    String stranger(String name, int times);

    /** A one-line title of the edition of a date. */
    String editionOf(LocalDate date);

    /** How many items are worth a look. */
    String count(int items);

    String band(Band band);

    String late();

    /** What a picture of a tie's course shows, in words. */
    String trend(Band band);

    String draft();

    String read();

    String onThePage();

    String more(int items);

    /** The date at the head. */
    String date(LocalDate date);

    /** A sentence of what was seen, and its title where there is one. */
    static String with(String sentence, String title) {
        return title == null || title.isBlank() ? sentence : sentence + ": " + title.strip();
    }
}
