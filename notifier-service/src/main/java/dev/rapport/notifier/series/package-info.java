/**
 * The series of reminders that members set themselves.
 * In: contacts that are planned anew, after whatever changed: an occurrence that was closed or passed by, a zone, an owner.
 * Out: one open occurrence of every series, at its local time.
 */
package dev.rapport.notifier.series;
