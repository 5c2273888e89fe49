/**
 * What passed between contacts and their owners, one row per interaction.
 * In: {@code rapport.interactions}. Out: rows of {@code touch}.
 * The row is the deduplication: an interaction told twice is one row, and a retraction wins whichever comes first.
 */
package dev.rapport.notifier.touch;
