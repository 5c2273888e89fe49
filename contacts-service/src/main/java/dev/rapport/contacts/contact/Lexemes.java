package dev.rapport.contacts.contact;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The words of one workspace as they stand in the index of words. Beside each word stand its first two letters: so short a
 * beginning is so common that the index would read a great many words to put its contacts together.
 *
 * @param place what each lexeme begins with, so that a look-up reads no other workspace's entries. It is short, as every
 *     lexeme of every contact repeats it; two workspaces may share one, so it narrows a search and never stands for the
 *     condition on the workspace.
 */
record Lexemes(String place) {

    /** How many letters of a word stand in the index by themselves. */
    private static final int SHORT = 2;

    private static final char BEGINNING = '^';
    private static final char NAME = '*';
    private static final int DIGITS_AND_LETTERS = 36;

    /** All words of contacts. */
    static Lexemes in(String workspace) {
        return new Lexemes(Integer.toUnsignedString(workspace.hashCode(), DIGITS_AND_LETTERS));
    }

    /** The words of their names once more, apart from the others: whoever is called so comes first. */
    static Lexemes ofNames(String workspace) {
        return new Lexemes(in(workspace).place + NAME);
    }

    /** What is stored for a contact with these words. */
    Set<String> of(Collection<String> words) {
        var lexemes = new LinkedHashSet<String>();
        for (var word : words) {
            lexemes.add(beginning(length(word) <= SHORT ? word : word.substring(0, word.offsetByCodePoints(0, SHORT))));
            lexemes.add(whole(word));
        }
        return lexemes;
    }

    /** Finds the contacts with this very word. */
    Term word(String word) {
        return new Term(whole(word), false);
    }

    /** Finds the contacts with a word that begins so. */
    Term wordBeginning(String letters) {
        return length(letters) > SHORT
                ? new Term(whole(letters), true)
                : new Term(beginning(letters), length(letters) < SHORT);
    }

    private static int length(String letters) {
        return letters.codePointCount(0, letters.length());
    }

    private String beginning(String letters) {
        return place + BEGINNING + letters;
    }

    private String whole(String word) {
        return place + " " + word;
    }

    /** A lexeme to look up; or, if it is a beginning, all that begin so. */
    record Term(String lexeme, boolean isBeginning) {

        /** As {@code tsquery}. Words are letters and digits: none of them needs an escape. */
        String query() {
            return "'" + lexeme + "'" + (isBeginning ? ":*" : "");
        }

        boolean matches(String other) {
            return isBeginning ? other.startsWith(lexeme) : other.equals(lexeme);
        }
    }
}
