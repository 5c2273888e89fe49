package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an interaction was, whoever took part.
 *
 * @param occurredAt to the microsecond
 * @param durationSeconds how long it took, up to a week; null when nobody said
 */
public record Content(
        InteractionKind kind,
        Direction direction,
        Instant occurredAt,
        Integer durationSeconds,
        String channel,
        String subject,
        String excerpt) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** Callers' clocks run ahead of ours by this much at most. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * What a request says; it happened now if it does not say when.
     *
     * @throws ApiException when it contradicts the calendar
     */
    static Content of(NewInteraction request, Instant now) {
        return new Content(
                request.kind(),
                request.direction(),
                request.occurredAt() == null ? now.truncatedTo(ChronoUnit.MICROS) : instant(request.occurredAt(), now),
                request.durationSeconds(),
                request.channel(),
                request.subject(),
                request.excerpt());
    }

    Content at(Instant when) {
        return new Content(kind, direction, when, durationSeconds, channel, subject, excerpt);
    }

    private static Instant instant(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            throw ApiException.invalid("occurredAt", "must not be more than five minutes in the future");
        }
        if (at.isBefore(EARLIEST)) {
            throw ApiException.invalid("occurredAt", "must not be before 1900");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
