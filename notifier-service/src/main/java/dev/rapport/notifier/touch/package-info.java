/**
 * What passed between contacts and their owners, one row per interaction and contact.
 * In: {@code rapport.interactions}. Out: rows of {@code touch}.
 * The row is the deduplication: an interaction told twice is one row, and its highest revision wins whichever comes first.
 */
package dev.rapport.notifier.touch;
