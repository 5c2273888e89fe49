/**
 * Secret addresses under which other programs read: a calendar of reminders, a feed of editions.
 * In: {@code /v1/feeds}, which makes and revokes them.
 * Out: {@code /feeds/{token}.ics} and {@code /feeds/{token}.atom}, for whoever has the address.
 */
package dev.rapport.notifier.feed;
