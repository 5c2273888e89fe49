/**
 * Changes that are meant for a state of a resource, so that no two people overwrite each other's unseen (RFC 9110, section 13).
 * In: the header {@code If-Match}.
 * Out: 428, 400 or 412, or nothing at all.
 */
package dev.rapport.api.precondition;
