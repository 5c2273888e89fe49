package dev.rapport.notifier.webhook;

import dev.rapport.notifier.egress.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows from an attempt. */
sealed interface Verdict {

    /** The endpoint has it. */
    record Delivered() implements Verdict {}

    /** The endpoint is gone and wants nothing any more. */
    record Gone() implements Verdict {}

    /**
     * To be tried again.
     *
     * @param rest how long the endpoint asked to be left alone; null when it did not ask
     */
    record Retry(Duration after, Duration rest) implements Verdict {}

    /** That was the last attempt. */
    record GivenUp() implements Verdict {}

    /**
     * Judges an answer. A receiver is never called earlier than it asks for, nor than the schedule says.
     *
     * @param tries how many attempts of this round were made, from 1
     */
    static Verdict of(Answer answer, int tries, RetrySchedule schedule, double random, Instant now) {
        int status = answer.status() == null ? 0 : answer.status();
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        if (status == 410) {
            return new Gone();
        }
        var asked =
                status == 429 || status == 503 ? RetryAfter.of(answer.retryAfter(), now) : Optional.<Duration>empty();
        return schedule.after(tries, random)
                .<Verdict>map(wait ->
                        new Retry(asked.filter(it -> it.compareTo(wait) > 0).orElse(wait), asked.orElse(null)))
                .orElseGet(GivenUp::new);
    }
}
