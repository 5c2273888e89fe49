package dev.rapport.contacts.circle;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.ContactsByKey;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The contacts of a circle, all at once. */
@ApplicationScoped
class CircleContacts {

    static final String CIRCLES = "circles";

    private final ContactsByKey contacts;
    private final CurrentMember member;
    private final Clock clock;

    @Inject
    CircleContacts(ContactsByKey contacts, CurrentMember member, Clock clock) {
        this.contacts = contacts;
        this.member = member;
        this.clock = clock;
    }

    /** Tells every contact of the circle anew: what being in it means has changed. */
    void tell(Circle circle) {
        change(circle, contact -> contact.touched(clock.instant()));
    }

    /** Takes every contact out of the circle. */
    void leave(Circle circle) {
        change(circle, contact -> out(contact, circle.id(), clock.instant()));
    }

    /** The contact in the circle too; the very same when it is in it. */
    static Contact in(Contact contact, UUID circle, Instant now) {
        var circles = Stream.concat(contact.details().circles().stream(), Stream.of(circle))
                .distinct()
                .sorted()
                .toList();
        return contact.changed(DetailsJson.with(contact.details(), CIRCLES, circles), now);
    }

    /** The contact out of the circle; the very same when it is not in it. */
    static Contact out(Contact contact, UUID circle, Instant now) {
        var circles = contact.details().circles().stream()
                .filter(id -> !id.equals(circle))
                .toList();
        return contact.changed(DetailsJson.with(contact.details(), CIRCLES, circles), now);
    }

    /** A contact that left the circle just before it was locked is none of its contacts any more. */
    private void change(Circle circle, UnaryOperator<Contact> change) {
        contacts.change(
                ContactKeys.in(member.workspace()).circle(circle.id()),
                new Origin(member.id(), Origin.Cause.CIRCLE, circle.id()),
                contact -> contact.details().circles().contains(circle.id()) ? change.apply(contact) : contact);
    }
}
