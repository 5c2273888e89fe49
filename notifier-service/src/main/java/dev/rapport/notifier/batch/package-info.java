/**
 * How many rows go to the database in one statement.
 * In: a list of records and one function per column.
 * Out: array parameters for {@code unnest}, and locks that keep two batches off the same contact.
 */
package dev.rapport.notifier.batch;
