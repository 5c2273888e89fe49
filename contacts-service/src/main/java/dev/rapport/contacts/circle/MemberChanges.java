package dev.rapport.contacts.circle;

import dev.rapport.contacts.contact.Contact;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Contacts to put into a circle and to take out of it. Each id is read for itself, so that a bad one spoils none of the
 * others.
 */
@Schema(name = "MemberChanges", description = "Up to 1,000 contacts to put into a circle or to take out of it")
record MemberChanges(
        @Size(max = MOST) @Schema(implementation = UUID[].class)
        List<@NotNull @Size(max = 100) String> add,

        @Size(max = MOST) @Schema(implementation = UUID[].class)
        List<@NotNull @Size(max = 100) String> remove) {

    /** The most contacts of one request. */
    static final int MOST = 1_000;

    MemberChanges {
        add = add == null ? List.of() : add;
        remove = remove == null ? List.of() : remove;
    }

    @AssertTrue(message = "must name 1 to 1,000 contacts in `add` and `remove` together")
    @Schema(hidden = true)
    boolean isBounded() {
        return !steps().isEmpty() && steps().size() <= MOST;
    }

    /** One step per id, in their order, those to add first. */
    List<Step> steps() {
        return Stream.concat(
                        add.stream().map(id -> new Step(id, true)),
                        remove.stream().map(id -> new Step(id, false)))
                .toList();
    }

    /**
     * What shall become of one contact.
     *
     * @param text its id as it was stated
     * @param in whether it shall be in the circle
     */
    record Step(String text, boolean in) {

        /** Empty when the text is no id. */
        Optional<UUID> id() {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** The contact after it; the very same when there is nothing to do. */
        Contact apply(Contact contact, UUID circle, Instant now) {
            return in ? CircleContacts.in(contact, circle, now) : CircleContacts.out(contact, circle, now);
        }
    }
}
