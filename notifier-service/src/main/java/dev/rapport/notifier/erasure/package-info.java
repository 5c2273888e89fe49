/**
 * The end of what is known of erased contacts and workspaces.
 * In: {@code rapport.erasures}, for whole workspaces; {@code rapport.contacts}, for contacts.
 * Out: nothing is left, and {@code rapport.erasures} says so, in the transaction of the last deletion.
 */
package dev.rapport.notifier.erasure;
