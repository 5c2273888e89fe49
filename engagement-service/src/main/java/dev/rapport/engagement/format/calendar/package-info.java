/**
 * Calendars: meetings that took place, with whom.
 * In: iCalendar (RFC 5545) or vCalendar 1.0 of any program, as a stream of components.
 * Out: one record an event, or one an occurrence of a series; or why it is no meeting that took place.
 */
package dev.rapport.engagement.format.calendar;
