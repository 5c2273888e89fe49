/**
 * Imports: mailboxes, calendars and tables, taken in whole, then worked off in the background, record by record.
 * In: files of any {@link dev.rapport.engagement.format.FileFormat}, up to a gigabyte; the member's own addresses.
 * Out: interactions through {@link dev.rapport.engagement.interaction.RecordInteractions}; counts, progress, every record that
 * was ignored or rejected, and why.
 */
package dev.rapport.engagement.importing;
