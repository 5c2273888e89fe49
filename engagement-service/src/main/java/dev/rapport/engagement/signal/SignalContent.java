package dev.rapport.engagement.signal;

import dev.rapport.api.problem.ApiException;
import dev.rapport.events.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a signal says.
 *
 * @param link null when there is none
 * @param publishedAt null when unknown
 * @param organization the contact's new organization; null when not stated
 * @param position the contact's new title; null when not stated
 */
public record SignalContent(
        SignalKind kind,
        String title,
        String link,
        List<String> topics,
        Instant publishedAt,
        String organization,
        String position) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** Callers' clocks run ahead of ours by this much at most. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * Reads a request that has been validated.
     *
     * @throws ApiException when its kind, link or instant is none that can be
     */
    static SignalContent of(NewSignal request, Instant now) {
        if (request.kind() == SignalKind.OTHER) {
            throw ApiException.invalid(
                    "kind",
                    "must be one of post, job_change, promotion, degree, new_picture, birthday, anniversary, milestone");
        }
        if (request.link() != null && Links.canonical(request.link()).isEmpty()) {
            throw ApiException.invalid("link", "must be an http or https URL such as https://example.org/news/1");
        }
        return new SignalContent(
                request.kind(),
                request.title().strip(),
                request.link(),
                request.topics(),
                publishedAt(request.publishedAt(), now),
                request.organization(),
                request.position());
    }

    /** Only signals of the same bucket can be one: those of a kind or, for posts, those with the same link. */
    String bucket(UUID id) {
        if (kind != SignalKind.POST) {
            return kind.json();
        }
        return kind.json() + " " + (link == null ? id : Digest.of(Links.canonical(link)));
    }

    private static Instant publishedAt(Instant at, Instant now) {
        if (at == null) {
            return null;
        }
        if (at.isAfter(now.plus(AHEAD))) {
            throw ApiException.invalid("publishedAt", "must not be more than five minutes in the future");
        }
        if (at.isBefore(EARLIEST)) {
            throw ApiException.invalid("publishedAt", "must not be before 1900");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
