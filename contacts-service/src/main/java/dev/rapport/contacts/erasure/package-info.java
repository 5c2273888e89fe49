/**
 * Forgetting for good: contacts, with all who were merged with them, and whole workspaces.
 * In: requests to erase, the bin's overdue contacts, and what the other services say that they have forgotten.
 * Out: everything deleted here, the word to the other services, and {@code /v1/erasures/{id}} with every service's receipt.
 */
package dev.rapport.contacts.erasure;
