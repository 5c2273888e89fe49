/**
 * {@code Idempotency-Key} on POST requests: one effect and one answer per key, for 24 hours.
 * In: calls of methods that carry {@link dev.rapport.api.idempotency.Idempotent}, with the header.
 * Out: the first answer, or its replay; key and effect are one transaction.
 */
package dev.rapport.api.idempotency;
