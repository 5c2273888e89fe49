package dev.rapport.notifier.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH);

    private RetryAfter() {}

    /** How long to wait, at most a day; empty for a header that is absent, malformed or of the past. */
    static Optional<Duration> of(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        return read(header.strip(), now)
                .filter(wait -> !wait.isNegative() && !wait.isZero())
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (text.matches("\\d+")) {
            return Optional.of(LONGEST);
        }
        try {
            return Optional.of(
                    Duration.between(now, ZonedDateTime.parse(text, HTTP_DATE).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
