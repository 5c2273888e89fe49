package dev.rapport.notifier.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that partners may want to hear of.
 *
 * @param id the event's own; receivers see it as {@code webhook-id} and know a repetition by it
 * @param type one of {@link EventTypes}
 * @param member whom it concerns
 * @param contactId whom it is about; null for nobody in particular
 * @param data what is written into the CloudEvent as its JSON data
 */
public record NewWebhookEvent(
        String workspace, UUID id, String type, Instant time, String member, UUID contactId, Object data) {}
