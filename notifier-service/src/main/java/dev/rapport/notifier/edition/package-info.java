/**
 * A member's personal newspaper, once a local day.
 * In: what {@code edition.press} published, and what it would publish now.
 * Out: {@code /v1/editions} as JSON or as a page; editions without those whom an erasure forgets.
 */
package dev.rapport.notifier.edition;
