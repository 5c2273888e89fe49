/**
 * Addresses of people: email, phone and handle, brought to one form so that equal ones are equal.
 * In: what a person or a partner typed.
 * Out: a normalised {@link dev.rapport.api.address.Address}, alike in all services.
 */
package dev.rapport.api.address;
