package dev.rapport.engagement.interaction;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * An interaction as it is stored: between one contact and its owner. An occasion with several contacts is one of these for
 * each, of which the first carries the others.
 *
 * @param occasionId the id of the occasion's first; null when there is but one
 * @param position its place in the occasion; 0 is the first
 * @param contactId the contact it belongs to; null while it waits for one, as is the owner
 * @param named how the contact was named
 * @param origin null when nobody stated it
 * @param revision from 1; rises with every change
 * @param retractedAt null while it counts
 * @param others the rest of the occasion, in the order of position, where this is the first and they are known
 */
public record Interaction(
        String workspace,
        UUID id,
        UUID occasionId,
        int position,
        UUID contactId,
        String owner,
        Named named,
        Content content,
        Instant recordedAt,
        Origin origin,
        long revision,
        Instant retractedAt,
        List<Interaction> others) {

    /**
     * An interaction that nobody has stored or matched yet.
     *
     * @throws ApiException when the request contradicts itself or the calendar
     */
    public static Interaction of(NewInteraction request, String workspace, Instant now) {
        var participants = participants(request);
        var origin = Origin.of(request, participants);
        var content = Content.of(request, now);
        var recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        var first = UuidCreator.getTimeOrderedEpochPlus1();
        var occasion = participants.size() == 1 ? null : first;
        var rows = new ArrayList<Interaction>();
        for (int position = 0; position < participants.size(); position++) {
            var id = position == 0 ? first : UuidCreator.getTimeOrderedEpochPlus1();
            var named = participants.get(position);
            rows.add(new Interaction(
                    workspace,
                    id,
                    occasion,
                    position,
                    null,
                    null,
                    named,
                    content,
                    recordedAt,
                    origin,
                    1,
                    null,
                    List.of()));
        }
        return rows.get(0).with(rows.subList(1, rows.size()));
    }

    /** Whether the contact is known. If not, it attaches by itself once it is. */
    public boolean isMatched() {
        return contactId != null;
    }

    boolean isRetracted() {
        return retractedAt != null;
    }

    /** Whether the world was told that it is there. */
    boolean isTold() {
        return isMatched() && !isRetracted();
    }

    /** All interactions of the occasion, this one first; as a rule it is alone. */
    List<Interaction> rows() {
        var rows = new ArrayList<Interaction>();
        rows.add(others.isEmpty() ? this : with(List.of()));
        rows.addAll(others);
        return rows;
    }

    /** One of the occasion's interactions. */
    Optional<Interaction> row(UUID which) {
        return rows().stream().filter(row -> row.id().equals(which)).findFirst();
    }

    /** The occasion with each of its interactions changed. */
    Interaction each(UnaryOperator<Interaction> change) {
        return change.apply(with(List.of())).with(others.stream().map(change).toList());
    }

    /** The first of an occasion with the others. */
    Interaction with(List<Interaction> rest) {
        return copy(occasionId, new Match(contactId, owner), named, content, origin, revision, retractedAt, rest);
    }

    /** Whose it is. */
    Interaction matched(Match match) {
        return copy(occasionId, match, named, content, origin, revision, retractedAt, others);
    }

    /** With another contact, to be matched yet, if it is named otherwise. */
    Interaction with(Named other) {
        return named.equals(other)
                ? this
                : copy(occasionId, Match.NOBODY, other, content, origin, revision, retractedAt, others);
    }

    Interaction with(Content other) {
        return copy(occasionId, new Match(contactId, owner), named, other, origin, revision, retractedAt, others);
    }

    /** As its source tells it now. */
    Interaction retold(UUID occasion, Content other, Origin told) {
        return copy(occasion, new Match(contactId, owner), named, other, told, revision, retractedAt, others);
    }

    Interaction atRevision(long number) {
        return copy(occasionId, new Match(contactId, owner), named, content, origin, number, retractedAt, others);
    }

    /** Taken back at this instant, or, if null, there again. */
    Interaction retracted(Instant when) {
        return copy(occasionId, new Match(contactId, owner), named, content, origin, revision, when, others);
    }

    /** Tells that this was recorded, as it is now. */
    Event<InteractionEvent> recorded(Instant now) {
        return event(
                now,
                new InteractionRecorded(
                        id,
                        contactId,
                        owner,
                        content.kind(),
                        content.direction(),
                        content.occurredAt(),
                        recordedAt,
                        content.subject(),
                        origin == null ? null : origin.source(),
                        origin == null ? null : origin.externalId(),
                        revision,
                        occasionId));
    }

    /** Tells that this, as it is now, is no more at a later revision. */
    Event<InteractionEvent> retracted(long atRevision, Instant now) {
        return event(
                now,
                new InteractionRetracted(
                        id,
                        contactId,
                        owner,
                        content.kind(),
                        content.direction(),
                        content.occurredAt(),
                        now,
                        atRevision));
    }

    private Interaction copy(
            UUID occasion,
            Match match,
            Named name,
            Content what,
            Origin where,
            long number,
            Instant retracted,
            List<Interaction> rest) {
        return new Interaction(
                workspace,
                id,
                occasion,
                position,
                match.contact(),
                match.owner(),
                name,
                what,
                recordedAt,
                where,
                number,
                retracted,
                List.copyOf(rest));
    }

    private Event<InteractionEvent> event(Instant now, InteractionEvent data) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, now, data);
    }

    private static List<Named> participants(NewInteraction request) {
        if (request.participants() == null) {
            return List.of(Named.of(request.contactId(), request.address(), ""));
        }
        if (request.contactId() != null || request.address() != null) {
            throw ApiException.invalid("participants", "must stand alone, without contactId and address");
        }
        var participants = new ArrayList<Named>();
        for (int i = 0; i < request.participants().size(); i++) {
            var participant = request.participants().get(i);
            participants.add(Named.of(participant.contactId(), participant.address(), "participants[" + i + "]."));
        }
        if (new HashSet<>(participants).size() < participants.size()) {
            throw ApiException.invalid("participants", "must each be another contact");
        }
        return participants;
    }
}
