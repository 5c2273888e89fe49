package dev.rapport.engagement.format.table;

import dev.rapport.api.address.Address;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.Party;
import dev.rapport.engagement.format.ReaderSettings;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** An interaction as the API takes it, with the API's limits. */
record StatedInteraction(
        UUID contactId,
        String address,
        List<Participant> participants,
        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        Integer durationSeconds,
        String channel,
        String subject,
        String excerpt,
        String source,
        String externalId) {

    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_STATED_EXCERPT = 4 * FoundInteraction.LONGEST_EXCERPT;

    /** One of several counterparts. */
    record Participant(UUID contactId, String address) {}

    /** The interaction if it is a good one; null when it names nobody but the member. */
    FoundInteraction check(ReaderSettings settings) throws FaultyField {
        needed("kind", kind);
        needed("direction", direction);
        if (occurredAt != null && occurredAt.isAfter(settings.now().plus(CLOCK_ERROR))) {
            throw new FaultyField("occurredAt", "lies in the future");
        }
        if (occurredAt != null && occurredAt.isBefore(Instant.EPOCH)) {
            throw new FaultyField("occurredAt", "lies before 1970");
        }
        if (durationSeconds != null && (durationSeconds < 0 || durationSeconds > FoundInteraction.LONGEST_SECONDS)) {
            throw new FaultyField("durationSeconds", "must be from 0 to " + FoundInteraction.LONGEST_SECONDS);
        }
        text("channel", channel, LONGEST_NAME);
        text("subject", subject, FoundInteraction.LONGEST_SUBJECT);
        text("excerpt", excerpt, LONGEST_STATED_EXCERPT);
        text("source", source, LONGEST_NAME);
        text("externalId", externalId, FoundInteraction.LONGEST_ID);
        var parties = parties(settings);
        return parties.isEmpty() ? null : found(parties, settings);
    }

    private FoundInteraction found(List<Party> parties, ReaderSettings settings) {
        var when = occurredAt == null ? settings.now() : occurredAt;
        var derived = FoundInteraction.idOf(
                kind.json(),
                direction.name(),
                String.valueOf(occurredAt),
                parties.toString(),
                String.valueOf(subject),
                String.valueOf(excerpt));
        return new FoundInteraction(
                kind,
                direction,
                parties,
                when,
                durationSeconds,
                channel,
                subject,
                excerpt,
                source == null ? settings.source() : source,
                externalId == null ? derived : externalId);
    }

    private List<Party> parties(ReaderSettings settings) throws FaultyField {
        int ways = (contactId == null ? 0 : 1) + (address == null ? 0 : 1) + (participants == null ? 0 : 1);
        if (ways != 1) {
            throw new FaultyField(
                    "contactId", "name the contact by contactId or by address, or several by participants");
        }
        var all = participants == null ? List.of(new Participant(contactId, address)) : participants;
        if (all.isEmpty() || all.size() > FoundInteraction.MOST_PARTIES) {
            throw new FaultyField("participants", "must be 1 to " + FoundInteraction.MOST_PARTIES);
        }
        var parties = new LinkedHashMap<String, Party>();
        for (int i = 0; i < all.size(); i++) {
            var field = participants == null ? "address" : "participants." + i;
            var party = party(all.get(i), field);
            if (party.address() == null || !settings.own().contains(party.address())) {
                parties.putIfAbsent(party.address() == null ? party.contactId().toString() : party.address(), party);
            }
        }
        return List.copyOf(parties.values());
    }

    private static Party party(Participant one, String field) throws FaultyField {
        if (one == null || (one.contactId() == null) == (one.address() == null)) {
            throw new FaultyField(field, "needs a contactId or an address, not both");
        }
        if (one.contactId() != null) {
            return Party.of(one.contactId());
        }
        text(field, one.address(), LONGEST_ADDRESS);
        return Address.parse(one.address())
                .map(it -> Party.of(it, null))
                .orElseThrow(() ->
                        new FaultyField(field, "is no email address, international phone number or network:name"));
    }

    private static void needed(String field, Object value) throws FaultyField {
        if (value == null) {
            throw new FaultyField(field, "is missing");
        }
    }

    private static void text(String field, String value, int longest) throws FaultyField {
        if (value != null && value.length() > longest) {
            throw new FaultyField(field, "has more than " + longest + " characters");
        }
        if (value != null && value.codePoints().anyMatch(it -> it == 0 || (it >= 0xd800 && it <= 0xdfff))) {
            throw new FaultyField(field, "holds a character that cannot be stored");
        }
    }
}
