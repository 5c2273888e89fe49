package dev.rapport.events;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code rapport.contacts}: the state of every contact. Each event is a whole snapshot; a consumer keeps the one with the
 * highest version and ignores the rest.
 */
public sealed interface ContactEvent extends AboutContact {

    Topic<ContactEvent> TOPIC = Topic.ofState(
            "rapport.contacts",
            Map.of(
                    "rapport.contact.changed.v1", ContactChanged.class,
                    "rapport.contact.deleted.v1", ContactDeleted.class));

    /** Rises with every change of this contact, its deletion included. */
    long version();

    /**
     * A contact was added or changed. Addresses are normalised: emails in lower case, phones in E.164, handles as
     * {@code network:name}.
     *
     * @param owner the member whose contact this is
     * @param cadence absent when the owner set none
     * @param timeZone the contact's IANA time zone, absent when unknown
     */
    @JsonClassDescription("A contact was added or changed: its whole state.")
    record ContactChanged(
            UUID contactId,
            long version,
            String owner,
            String displayName,
            String givenName,
            String familyName,
            List<String> emails,
            List<String> phones,
            List<String> handles,
            String organization,
            String title,
            Relationship relationship,
            List<String> interests,
            Cadence cadence,
            String timeZone,
            Instant createdAt,
            Instant updatedAt)
            implements ContactEvent {

        public ContactChanged {
            emails = emails == null ? List.of() : List.copyOf(emails);
            phones = phones == null ? List.of() : List.copyOf(phones);
            handles = handles == null ? List.of() : List.copyOf(handles);
            interests = interests == null ? List.of() : List.copyOf(interests);
        }
    }

    /** A contact was deleted. A later {@link ContactChanged} with a higher version restores it. */
    @JsonClassDescription("A contact was deleted.")
    record ContactDeleted(UUID contactId, long version, Instant deletedAt) implements ContactEvent {}
}
