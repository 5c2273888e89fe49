/**
 * The ways to a member besides the inbox: email addresses with their verification and health, and signed links.
 * In: {@code /v1/channels}, preferences that name an address, what came of deliveries, {@code /l/{token}}.
 * Out: which deliveries may leave; what a link does, done by the feature that it belongs to.
 */
package dev.rapport.notifier.channel;
