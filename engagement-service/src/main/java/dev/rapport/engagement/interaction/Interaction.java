package dev.rapport.engagement.interaction;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An interaction as it is stored.
 *
 * @param contactId the contact it belongs to; null while it waits for one, as is the owner
 * @param wantedContactId the contact it was recorded for, when that was named by its id
 * @param address the normalised address it was recorded for otherwise
 * @param retractedAt null while it counts
 */
record Interaction(
        String workspace,
        UUID id,
        UUID contactId,
        String owner,
        UUID wantedContactId,
        String address,
        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        Instant recordedAt,
        String channel,
        String subject,
        String excerpt,
        String source,
        String externalId,
        Instant retractedAt) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** Callers' clocks run ahead of ours by this much at most. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * An interaction that nobody has stored or matched yet.
     *
     * @throws ApiException when the request contradicts itself or the calendar
     */
    static Interaction of(NewInteraction request, String workspace, Instant now) {
        if ((request.contactId() == null) == (request.address() == null)) {
            throw ApiException.invalid("contactId", "or address must name the contact: one of them, not both");
        }
        if ((request.source() == null) != (request.externalId() == null)) {
            throw ApiException.invalid("externalId", "and source must be given together");
        }
        return new Interaction(
                workspace,
                UuidCreator.getTimeOrderedEpochPlus1(),
                null,
                null,
                request.contactId(),
                request.address() == null ? null : address(request.address()),
                request.kind(),
                request.direction(),
                occurredAt(request, now),
                now.truncatedTo(ChronoUnit.MICROS),
                request.channel(),
                request.subject(),
                request.excerpt(),
                request.source(),
                request.externalId(),
                null);
    }

    boolean isMatched() {
        return contactId != null;
    }

    boolean isRetracted() {
        return retractedAt != null;
    }

    Interaction matchedWith(UUID contact, String itsOwner) {
        return new Interaction(
                workspace,
                id,
                contact,
                itsOwner,
                wantedContactId,
                address,
                kind,
                direction,
                occurredAt,
                recordedAt,
                channel,
                subject,
                excerpt,
                source,
                externalId,
                retractedAt);
    }

    /** Tells that this was recorded. */
    Event<InteractionEvent> recorded(Instant now) {
        return event(
                now,
                new InteractionRecorded(
                        id, contactId, owner, kind, direction, occurredAt, recordedAt, subject, source, externalId));
    }

    /** Tells that this was taken back. */
    Event<InteractionEvent> retracted(Instant now) {
        return event(now, new InteractionRetracted(id, contactId, owner, kind, direction, occurredAt, now));
    }

    private Event<InteractionEvent> event(Instant now, InteractionEvent data) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, now, data);
    }

    private static String address(String text) {
        return Address.parse(text)
                .map(Address::value)
                .orElseThrow(() -> ApiException.invalid(
                        "address", "must be an email address, a phone number such as +4930123456 or network:name"));
    }

    private static Instant occurredAt(NewInteraction request, Instant now) {
        var at = request.occurredAt() == null ? now : request.occurredAt();
        if (at.isAfter(now.plus(AHEAD))) {
            throw ApiException.invalid("occurredAt", "must not be more than five minutes in the future");
        }
        if (at.isBefore(EARLIEST)) {
            throw ApiException.invalid("occurredAt", "must not be before 1900");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
