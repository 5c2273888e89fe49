package dev.rapport.engagement.signal;

import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A signal, prepared to be compared with others of its contact.
 *
 * @param at when it was published or, where that is unknown, seen
 * @param link in its canonical form; null when there is none
 * @param told whether other services know of it
 */
record Sighting(
        UUID id,
        SignalKind kind,
        Instant at,
        Instant seenAt,
        Words title,
        Words organization,
        Words position,
        String link,
        boolean told) {

    /** Of signals that are one the first in this order stands for all: one that was told stays. */
    static final Comparator<Sighting> FIRST = Comparator.comparing((Sighting it) -> !it.told)
            .thenComparing(Sighting::seenAt)
            .thenComparing(Sighting::id);

    /** @param name what the contact is called, which is not looked at */
    static Sighting of(UUID id, SignalContent content, Instant seenAt, boolean told, Words name) {
        return new Sighting(
                id,
                content.kind(),
                content.publishedAt() == null ? seenAt : content.publishedAt(),
                seenAt,
                Words.of(content.title()).without(name),
                Words.of(content.organization()),
                Words.of(content.position()),
                content.link() == null ? null : Links.canonical(content.link()).orElse(null),
                told);
    }
}
