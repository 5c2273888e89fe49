package dev.rapport.contacts.circle;

import dev.rapport.contacts.contact.OwnCadence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/**
 * A named group of contacts, as stored at one version. Who is in it stands with the contacts, and leaves the version alone.
 *
 * @param cadence complete; null when the circle asks for none
 * @param priority 0 to 100
 */
record Circle(
        UUID id, String name, OwnCadence cadence, int priority, long version, Instant createdAt, Instant updatedAt) {

    /** A circle that is new at this instant. */
    static Circle added(UUID id, NewCircle stated, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return new Circle(id, stated.name(), complete(stated.cadence()), stated.priority(), 1, at, at);
    }

    /** The circle with what is stated, at its next version; the very same when that is what it has. */
    Circle changed(NewCircle stated, Instant now) {
        var next = new Circle(
                id,
                stated.name(),
                complete(stated.cadence()),
                stated.priority(),
                version + 1,
                createdAt,
                now.truncatedTo(ChronoUnit.MICROS));
        return next.name.equals(name) && next.hasTermsOf(this) ? this : next;
    }

    /** Whether being in it means what being in the other does. */
    boolean hasTermsOf(Circle other) {
        return priority == other.priority && Objects.equals(cadence, other.cadence);
    }

    /** The circle as a member would state it. */
    NewCircle stated() {
        return new NewCircle(name, cadence, priority);
    }

    private static OwnCadence complete(OwnCadence cadence) {
        return cadence == null ? null : cadence.complete();
    }
}
