/**
 * How strong each tie is.
 * In: {@code rapport.relevance}. Out: rows of {@code relevance}, guarded by version,
 * and {@link dev.rapport.notifier.relevance.Strength}, from which the score of any instant follows.
 */
package dev.rapport.notifier.relevance;
