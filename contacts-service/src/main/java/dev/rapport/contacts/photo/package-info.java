/**
 * Photos of contacts.
 * In: pictures that members put, or that come with imports.
 * Out: the same bytes; the contact itself only says which photo it has, by its hash.
 */
package dev.rapport.contacts.photo;
