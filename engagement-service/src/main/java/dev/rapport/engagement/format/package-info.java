/**
 * Files that tell of interactions: mailboxes, calendars, tables, JSON; free of frameworks and databases.
 * In: a stream of bytes of anybody's making, and whose file it is ({@link dev.rapport.engagement.format.ReaderSettings}).
 * Out: one {@link dev.rapport.engagement.format.FileRecord} after the other: an interaction, or why there is none.
 */
package dev.rapport.engagement.format;
