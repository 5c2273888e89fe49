/**
 * The events the services exchange: one sealed interface per topic, one record per event type.
 * In: records built by the service that owns the fact or the state. Out: CloudEvents 1.0 in Kafka's binary mode.
 * No framework here: Jackson and {@code java.*} only, so that any consumer may read with these classes.
 */
package dev.rapport.events;
