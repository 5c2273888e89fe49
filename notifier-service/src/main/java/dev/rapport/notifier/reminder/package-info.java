/**
 * The reminders of every member.
 * In: contacts whose situation changed, the passing of time, and what members do with their reminders.
 * Out: reminders that are planned anew, told when due (inbox and email), and closed.
 */
package dev.rapport.notifier.reminder;
