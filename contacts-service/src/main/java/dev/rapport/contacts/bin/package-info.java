/**
 * The bin: where deleted contacts stay for 30 days.
 * In: requests to list and to restore what is in it; the passing of time.
 * Out: contacts as they were, or, once their time is over, their erasure.
 */
package dev.rapport.contacts.bin;
