/**
 * A member's personal newspaper for one local day.
 * In: the member's due reminders, and those that will be due before the day ends.
 * Out: sections, ranked by relevance; {@code /v1/editions/preview}.
 */
package dev.rapport.notifier.edition;
