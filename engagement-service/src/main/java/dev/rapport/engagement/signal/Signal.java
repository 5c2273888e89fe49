package dev.rapport.engagement.signal;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.engagement.directory.ContactKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * A signal as it is stored.
 *
 * @param contactId the contact it belongs to; null while it waits for one, as is the owner
 * @param wantedContactId the contact it was told of, when that was named by its id
 * @param address the normalised address it was told of otherwise
 * @param sent the digest of what its source told last
 * @param retractedAt null while it counts
 * @param sameAs the signal that stands for it; null when it stands for itself
 */
public record Signal(
        String workspace,
        UUID id,
        UUID contactId,
        String owner,
        UUID wantedContactId,
        String address,
        SignalContent content,
        Instant seenAt,
        String source,
        String externalId,
        UUID sent,
        Instant retractedAt,
        UUID sameAs,
        long revision,
        Told told) {

    /**
     * What other services know of a signal.
     *
     * @param contactId of which contact it is, to them; null when it is not or not any more
     * @param revision at which revision it was told, or taken back, last; 0 when it never was
     */
    public record Told(UUID contactId, long revision) {
        static final Told NEVER = new Told(null, 0);
    }

    /** The source of what contacts-service told. */
    static final String OF_CONTACTS = "contacts";

    /**
     * A signal that nobody has stored or matched yet.
     *
     * @throws ApiException when the request contradicts itself or the calendar
     */
    public static Signal of(NewSignal request, String workspace, Instant now) {
        if ((request.contactId() == null) == (request.address() == null)) {
            throw ApiException.invalid("contactId", "or address must name the contact: one of them, not both");
        }
        if ((request.source() == null) != (request.externalId() == null)) {
            throw ApiException.invalid("externalId", "and source must be given together");
        }
        if (OF_CONTACTS.equals(request.source())) {
            throw ApiException.invalid("source", "must not be `contacts`, which names what Rapport's contacts tell");
        }
        var address = request.address() == null ? null : normalised(request.address());
        return added(
                workspace,
                request.contactId(),
                address,
                SignalContent.of(request, now),
                request.source(),
                request.externalId(),
                now);
    }

    static Signal added(
            String workspace,
            UUID contact,
            String address,
            SignalContent content,
            String source,
            String externalId,
            Instant now) {
        return new Signal(
                workspace,
                UuidCreator.getTimeOrderedEpochPlus1(),
                null,
                null,
                contact,
                address,
                content,
                now.truncatedTo(ChronoUnit.MICROS),
                source,
                externalId,
                Digest.of(contact, address, content),
                null,
                null,
                1,
                Told.NEVER);
    }

    boolean isMatched() {
        return contactId != null;
    }

    boolean isRetracted() {
        return retractedAt != null;
    }

    /** The place in every list. */
    Instant at() {
        return content.publishedAt() == null ? seenAt : content.publishedAt();
    }

    String bucket() {
        return content.bucket(id);
    }

    /** The contact it belongs to; only for one that is matched. */
    ContactKey contact() {
        return new ContactKey(workspace, contactId);
    }

    /** @param name what its contact is called */
    Sighting sighting(Words name) {
        return Sighting.of(id, content, seenAt, told.contactId() != null, name);
    }

    boolean namesTheSameAs(Signal other) {
        return Objects.equals(wantedContactId, other.wantedContactId) && Objects.equals(address, other.address);
    }

    /** This signal as a later telling has it: what that says, of the contact that it names. */
    Signal retold(Signal other) {
        return changed(other, other.sent, retractedAt, sameAs);
    }

    /** This signal, but for its source, which told what it told. */
    Signal corrected(Signal other) {
        return changed(other, sent, retractedAt, sameAs);
    }

    /** This signal taken back; or no more, when the instant is null. */
    Signal retracted(Instant when) {
        return changed(this, sent, when, null);
    }

    private Signal changed(Signal other, UUID itsSent, Instant itsRetraction, UUID stands) {
        return new Signal(
                workspace,
                id,
                contactId,
                owner,
                other.wantedContactId,
                other.address,
                other.content,
                seenAt,
                source,
                externalId,
                itsSent,
                itsRetraction,
                stands,
                revision + 1,
                told);
    }

    /** This signal as it is told: whose it is, which one stands for it, and what is known of it now. */
    Signal settled(String itsOwner, UUID stands, long itsRevision, Told itsTold) {
        return new Signal(
                workspace,
                id,
                contactId,
                itsOwner,
                wantedContactId,
                address,
                content,
                seenAt,
                source,
                externalId,
                sent,
                retractedAt,
                stands,
                itsRevision,
                itsTold);
    }

    private static String normalised(String text) {
        return Address.parse(text)
                .map(Address::value)
                .orElseThrow(() -> ApiException.invalid(
                        "address", "must be an email address, a phone number such as +4930123456 or network:name"));
    }
}
