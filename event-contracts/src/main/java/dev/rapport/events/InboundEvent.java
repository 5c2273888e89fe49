package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code rapport.engagement.inbound}: what partners report that prefer Kafka to REST. The data is the body of the REST request
 * and is read as strictly. A partner keys its messages as it likes; it names the contact by id or by address, and the
 * workspace in {@code ce_workspace}. Where {@code source} and {@code externalId} are absent, the CloudEvent's own source and
 * id stand for them: told again it changes nothing, told otherwise it is changed.
 */
public sealed interface InboundEvent extends AboutContact {

    Topic<InboundEvent> TOPIC = Topic.ofFacts(
            "rapport.engagement.inbound",
            Map.of(
                    "rapport.engagement.interaction-reported.v1", InteractionReported.class,
                    "rapport.engagement.signal-reported.v1", SignalReported.class));

    /** The address that names the contact, when its id does not. */
    String address();

    /** Whose the address is, only engagement-service can tell; until then there is but the workspace. */
    @Override
    default boolean wholeWorkspace() {
        return contactId() == null;
    }

    /**
     * Something passed between a contact and its owner: the body of {@code POST /v1/interactions}.
     *
     * @param occurredAt now when absent
     */
    @JsonClassDescription(
            "Something passed between a contact and its owner: the body of POST /v1/interactions. contactId or"
                    + " address names the contact.")
    record InteractionReported(
            UUID contactId,
            String address,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            String channel,
            String subject,
            String excerpt,
            String source,
            String externalId)
            implements InboundEvent {}

    /**
     * Something was seen about a contact: the body of {@code POST /v1/signals}.
     *
     * @param organization the contact's new organization, of a job change or promotion
     * @param position the contact's new title, of a job change or promotion
     */
    @JsonClassDescription(
            "Something was seen about a contact: the body of POST /v1/signals. contactId or address names the"
                    + " contact.")
    record SignalReported(
            UUID contactId,
            String address,
            SignalKind kind,
            String title,
            String link,
            List<String> topics,
            Instant publishedAt,
            String organization,
            String position,
            String source,
            String externalId)
            implements InboundEvent {}
}
