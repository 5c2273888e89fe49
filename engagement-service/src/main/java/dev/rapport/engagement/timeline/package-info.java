/**
 * All that happened with a contact, in one list.
 * In: the stored interactions and signals of a contact and of all that are one with it by merges.
 * Out: {@code GET /v1/timeline/{contactId}}, the newest first.
 */
package dev.rapport.engagement.timeline;
