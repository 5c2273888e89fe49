/**
 * What members were told, newest first, and as a stream.
 * In: {@link dev.rapport.notifier.inbox.NewNotification}, in the transaction that tells it.
 * Out: {@code /v1/inbox}, and {@code /v1/inbox/stream} to every instance's readers.
 */
package dev.rapport.notifier.inbox;
