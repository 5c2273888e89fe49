/**
 * What cannot wait for the edition.
 * In: fresh signals and inbound messages, from {@code intake}, in the transaction that keeps them.
 * Out: notifications of the category alert, with their deliveries, when the contact's relevance passes the member's threshold.
 */
package dev.rapport.notifier.alert;
