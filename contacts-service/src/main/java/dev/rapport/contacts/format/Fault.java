package dev.rapport.contacts.format;

/**
 * Something of a file that was not taken over, and why.
 *
 * @param line where it stands, from 1
 * @param field the field of the contact it would have been, or what the file calls it
 * @param message the reason, for the person whose file it is
 */
public record Fault(long line, String field, String message) {}
