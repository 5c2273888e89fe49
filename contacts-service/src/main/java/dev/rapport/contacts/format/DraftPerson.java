package dev.rapport.contacts.format;

import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

/** What a record in the making says of the person, in words that the API knows. */
final class DraftPerson {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");

    /** The runtime copies them whenever they are asked for. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final Draft draft;

    DraftPerson(Draft draft) {
        this.draft = draft;
    }

    void timeZone(long line, String zone) {
        if (zone != null && !zone.isBlank()) {
            if (ZONES.contains(zone.strip())) {
                draft.put(line, "timeZone", zone.strip());
            } else {
                draft.fault(line, "timeZone", zone, "is no IANA time zone, such as Europe/Berlin");
            }
        }
    }

    void relationship(long line, String relationship) {
        if (relationship != null && !relationship.isBlank()) {
            var known = Relationships.named(relationship);
            known.ifPresentOrElse(
                    it -> draft.put(line, "relationship", it),
                    () -> draft.fault(line, "relationship", relationship, "is no relationship"));
        }
    }

    void owner(long line, String owner) {
        if (owner != null && !owner.isBlank()) {
            if (OWNER.matcher(owner.strip()).matches()) {
                draft.put(line, "owner", owner.strip());
            } else {
                draft.fault(line, "owner", owner, "is no member: 1 to 64 letters, digits or . _ @ + -");
            }
        }
    }

    void interest(long line, String interest) {
        draft.checked(line, "interests", interest, Limits.item("interests"))
                .ifPresent(it -> draft.add(line, "interests", it));
    }

    void language(long line, String tag) {
        if (tag != null && !tag.isBlank()) {
            Languages.normal(tag)
                    .ifPresentOrElse(
                            it -> draft.add(line, "languages", it),
                            () -> draft.fault(line, "languages", tag, "is no language tag, such as de or en-GB"));
        }
    }
}
