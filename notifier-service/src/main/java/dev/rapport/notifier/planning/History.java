package dev.rapport.notifier.planning;

import java.time.Duration;
import java.time.Instant;

/**
 * Imported history is no news: a silence or an unanswered message that was long past when Rapport first learned of it is
 * not planned. It depends on the recorded times only, never on now, so that a replay gives the same plan.
 */
final class History {

    /** How long before its recording a reminder may have been due. */
    static final Duration REACH = Duration.ofDays(30);

    private History() {}

    static boolean isFresh(Instant dueAt, Touch cause) {
        return isFresh(dueAt, cause.recordedAt());
    }

    /** Whether something was still news when Rapport learned of it. */
    static boolean isFresh(Instant dueAt, Instant learnedAt) {
        return !dueAt.isBefore(learnedAt.minus(REACH));
    }
}
