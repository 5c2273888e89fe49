/**
 * What partners report that prefer Kafka to REST.
 * In: {@code rapport.engagement.inbound}, CloudEvents whose data is the body of the REST request, with any key.
 * Out: interactions and signals, each recorded once; what cannot be recorded in the topic's dead letters, with its cause.
 */
package dev.rapport.engagement.inbound;
