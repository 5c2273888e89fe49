package dev.rapport.notifier.notice;

/**
 * Something a member is told of a channel.
 *
 * @param kind of the notification
 * @param title the news in a few words
 * @param body a sentence more
 */
public record Notice(String kind, String title, String body) {}
