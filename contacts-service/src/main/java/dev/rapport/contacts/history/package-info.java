/**
 * What became of contacts: each one's history, and the feed of all changes.
 * In: the log that every write of contacts keeps.
 * Out: {@code /v1/contacts/{id}/history}, newest first, and {@code /v1/contacts/changes}, every change once and in order.
 */
package dev.rapport.contacts.history;
