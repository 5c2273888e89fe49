/**
 * Which reminders a contact should have, as a pure function of what is known: no framework, no clock, no database.
 * In: a {@link dev.rapport.notifier.planning.Situation} and the reminders already stored.
 * Out: the changes that turn the stored reminders into the planned ones.
 */
package dev.rapport.notifier.planning;
