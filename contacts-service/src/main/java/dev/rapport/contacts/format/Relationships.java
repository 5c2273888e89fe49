package dev.rapport.contacts.format;

import dev.rapport.events.Relationship;
import java.util.Optional;
import java.util.stream.Stream;

/** The relationships that the API knows, by their names in JSON. */
final class Relationships {

    private Relationships() {}

    static Optional<String> named(String text) {
        return Stream.of(Relationship.values())
                .map(Relationship::json)
                .filter(text.strip()::equalsIgnoreCase)
                .findFirst();
    }
}
