/**
 * Notifications on their way out: by email.
 * In: {@link dev.rapport.notifier.delivery.NewDelivery}, in the transaction that tells a reminder.
 * Out: mail, sent outside of any transaction and until the server has it; {@code rapport.notifications}.
 */
package dev.rapport.notifier.delivery;
