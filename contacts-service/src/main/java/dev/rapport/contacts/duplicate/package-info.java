/**
 * Duplicates: pairs of contacts that may be one person.
 * In: the changes of contacts, as they are committed, and what members dismiss as not the same.
 * Out: the pairs with reasons and a confidence, within a second of a change.
 */
package dev.rapport.contacts.duplicate;
