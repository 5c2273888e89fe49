/**
 * What members were told, newest first.
 * In: {@link dev.rapport.notifier.inbox.NewNotification}, in the transaction that tells a reminder.
 * Out: {@code /v1/inbox}.
 */
package dev.rapport.notifier.inbox;
