/**
 * When something comes again: RFC 5545 rules on a member's local calendar.
 * In: a local start, a rule, the local date of the last occurrence, and a time zone.
 * Out: the next occurrence, once for every local date, whatever the clocks of the zone do.
 */
package dev.rapport.notifier.recurrence;
