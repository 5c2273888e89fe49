/**
 * Where events come in.
 * In: {@code rapport.contacts}, {@code rapport.interactions}, {@code rapport.signals}, {@code rapport.relevance}, in batches.
 * Out: what they say, and the reminders that follow from it, in one transaction per batch.
 */
package dev.rapport.notifier.intake;
