/**
 * HTTP to addresses that strangers name.
 * In: a URL and what to send there.
 * Out: a bounded answer within a bounded time, and never a connection into our own network.
 */
package dev.rapport.notifier.egress;
