/**
 * Publishes each member's edition once a local day, at the member's time.
 * In: the schedule of members; what there is to tell them, read for many members at a time.
 * Out: rows of {@code edition}, with their notifications and deliveries, in one transaction; previews.
 */
package dev.rapport.notifier.edition.press;
