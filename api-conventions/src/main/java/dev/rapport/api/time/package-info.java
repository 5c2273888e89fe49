/**
 * The one source of time.
 * In: the system clock and, where it is configured, an offset that tests and demonstrations set.
 * Out: the {@link java.time.Clock} bean.
 */
package dev.rapport.api.time;
