package dev.rapport.demo.network;

import java.time.Instant;

/**
 * One interaction, field by field what {@code POST /v1/interactions} takes; {@code source} and {@code externalId} make
 * repeating it harmless.
 *
 * @param channel where it happened, null when unknown
 * @param subject null when unknown
 */
public record Touch(
        String source,
        String externalId,
        String address,
        String kind,
        String direction,
        Instant occurredAt,
        String channel,
        String subject) {

    static final String OUTBOUND = "OUTBOUND";
    static final String INBOUND = "INBOUND";
    static final String MUTUAL = "MUTUAL";
}
