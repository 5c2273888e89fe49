/**
 * The one mechanism the services share: an event is written with its cause, published in order and applied once.
 * In: events appended to the {@link dev.rapport.messaging.Outbox} in the writer's transaction; records polled from Kafka.
 * Out: Kafka messages sent by the {@link dev.rapport.messaging.OutboxRelay}; effects applied by {@link
 * dev.rapport.messaging.EventBatches} in one transaction with the {@link dev.rapport.messaging.Inbox}.
 */
package dev.rapport.messaging;
