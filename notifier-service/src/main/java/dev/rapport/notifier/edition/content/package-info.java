/**
 * What an edition says. Pure: the same material at the same instant gives the same edition.
 * In: a member's reminders, signals and unasked messages.
 * Out: {@link dev.rapport.notifier.edition.content.Edition}, as it is stored, served and sent.
 */
package dev.rapport.notifier.edition.content;
