package dev.rapport.notifier.edition.content;

import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signal that may be news.
 *
 * @param title in the words of its source; may be null
 * @param link where to read it; may be null
 * @param interests the contact's
 */
public record SeenSignal(
        UUID id,
        About about,
        SignalKind kind,
        String title,
        String link,
        List<String> topics,
        List<String> interests,
        Instant happenedAt) {

    public SeenSignal {
        topics = List.copyOf(topics);
        interests = List.copyOf(interests);
    }
}
