/**
 * Contacts and kinds of reminders of which a member does not want to hear.
 * In: what members mute and unmute, and the passing of time, which ends a mute.
 * Out: the SQL by which planning, alerts and editions leave muted contacts out, and word of every change.
 */
package dev.rapport.notifier.mute;
