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
                    "rapport.contact.deleted.v1", ContactDeleted.class,
                    "rapport.contact.merged.v1", ContactMerged.class,
                    "rapport.contact.erased.v1", ContactErased.class));

    /** Rises with every change of this contact, its deletion included. */
    long version();

    /**
     * A contact was added or changed. Addresses are normalised: emails in lower case, phones in E.164, handles as
     * {@code network:name}.
     *
     * @param owner the member whose contact this is
     * @param introducedBy the contact who brought this one, absent when unknown
     * @param birthday {@code 1985-04-12}, or {@code --04-12} without its year; absent when unknown
     * @param circles the circles it is in
     * @param priority the highest of its circles', 0 to 100; absent in no circle
     * @param cadence the shortest of its own and its circles'; absent when there is none
     * @param timeZone the contact's IANA time zone, absent when unknown
     * @param careerChange its latest change of organization or title, absent when none was seen. It is state, told again
     *     with every snapshot: contact and instant identify the change
     */
    @JsonClassDescription("A contact was added or changed: its whole state.")
    record ContactChanged(
            UUID contactId,
            long version,
            String owner,
            String displayName,
            String givenName,
            String familyName,
            String nickname,
            List<String> emails,
            List<String> phones,
            List<String> handles,
            String organization,
            String title,
            String industry,
            Relationship relationship,
            List<String> interests,
            List<String> languages,
            UUID introducedBy,
            String birthday,
            List<Anniversary> anniversaries,
            List<UUID> circles,
            Integer priority,
            Cadence cadence,
            String timeZone,
            CareerChange careerChange,
            Instant createdAt,
            Instant updatedAt)
            implements ContactEvent {

        public ContactChanged {
            emails = orEmpty(emails);
            phones = orEmpty(phones);
            handles = orEmpty(handles);
            interests = orEmpty(interests);
            languages = orEmpty(languages);
            anniversaries = orEmpty(anniversaries);
            circles = orEmpty(circles);
        }

        private static <T> List<T> orEmpty(List<T> values) {
            return values == null ? List.of() : List.copyOf(values);
        }
    }

    /** A contact was deleted. A later {@link ContactChanged} with a higher version restores it. */
    @JsonClassDescription("A contact was deleted.")
    record ContactDeleted(UUID contactId, long version, Instant deletedAt) implements ContactEvent {}

    /**
     * A contact was merged into another, which stands for it from now on: what is known of this one, and what still arrives
     * for it, belongs to the survivor. A later {@link ContactChanged} with a higher version undoes the merge.
     *
     * @param into the survivor; it may itself be merged into another later
     */
    @JsonClassDescription("A contact was merged into another, which stands for it from now on.")
    record ContactMerged(UUID contactId, long version, UUID into, Instant mergedAt) implements ContactEvent {}

    /**
     * A contact is to be forgotten for good: each service deletes all it knows of it and says so on
     * {@code rapport.erasures}. No later event brings it back.
     *
     * @param erasureId the erasure that each service acknowledges
     */
    @JsonClassDescription("A contact is to be forgotten for good, by every service.")
    record ContactErased(UUID contactId, long version, UUID erasureId, Instant erasedAt) implements ContactEvent {}

    /**
     * A day of the year that matters.
     *
     * @param label what is remembered, for example {@code wedding}
     * @param date {@code 2010-06-05}, or {@code --06-05} without its year
     */
    record Anniversary(String label, String date) {}

    /**
     * A contact's organization or title became another. What was, or is, unknown is absent.
     *
     * @param at when contacts-service learned of it
     */
    record CareerChange(Instant at, String fromOrganization, String fromTitle, String toOrganization, String toTitle) {}
}
