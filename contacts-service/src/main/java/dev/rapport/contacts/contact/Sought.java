package dev.rapport.contacts.contact;

import java.util.Map;

/**
 * What a search asks of the database.
 *
 * @param asked what was typed, as names are compared with it
 * @param words all words, wherever contacts have them
 * @param names all words, in their names
 */
record Sought(String asked, WordQuery words, WordQuery names) {

    /**
     * Of the conditions on what is found.
     *
     * @param query the words that must match
     */
    Map<String, Object> parameters(WordQuery query) {
        return Map.of("asked", asked, "named", names.whole(), "whole", query.whole(), "indexed", query.indexed());
    }
}
