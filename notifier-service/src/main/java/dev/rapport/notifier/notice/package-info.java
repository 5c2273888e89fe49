/**
 * What members are told of their channels: that one is paused, works again, or needs them.
 * In: the health of addresses and webhooks, in the transaction that finds it out.
 * Out: a notice in the inbox, in the member's language.
 */
package dev.rapport.notifier.notice;
