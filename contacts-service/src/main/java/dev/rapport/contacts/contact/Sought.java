package dev.rapport.contacts.contact;

/**
 * What a search asks of the database.
 *
 * @param asked what was typed, as names are compared with it
 * @param words all words, wherever contacts have them
 * @param names all words, in their names
 */
record Sought(String asked, WordQuery words, WordQuery names) {}
