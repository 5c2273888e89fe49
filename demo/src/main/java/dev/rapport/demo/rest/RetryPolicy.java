package dev.rapport.demo.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * When a request is sent again, and after how long: as long as the service asks for with {@code Retry-After}, else
 * doubling from {@value #FIRST_MILLIS} ms.
 */
final class RetryPolicy {

    static final int ATTEMPTS = 8;
    private static final long FIRST_MILLIS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private RetryPolicy() {}

    /** Whether the same request can succeed later; 409 is an earlier attempt that is still being worked on. */
    static boolean isPassing(int status, boolean withIdempotencyKey) {
        return status == 429
                || status == 502
                || status == 503
                || status == 504
                || (status == 409 && withIdempotencyKey);
    }

    /**
     * The delay before the next attempt.
     *
     * @param attempt 1 after the first failure
     * @param retryAfter the header's value: seconds, or an HTTP date; null when absent
     */
    static Duration delay(int attempt, String retryAfter, Instant now) {
        Duration asked = parse(retryAfter, now);
        Duration own = Duration.ofMillis(FIRST_MILLIS << Math.min(attempt - 1, 5));
        Duration delay = asked == null ? own : asked;
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Duration parse(String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
