package dev.rapport.notifier.delivery;

import java.time.Duration;

/** How one attempt ended. */
sealed interface Outcome {

    /** The mail server has it. */
    record Sent() implements Outcome {}

    /** It did not work this time. */
    record Retry(String fault, Duration after) implements Outcome {}

    /** The mail server refuses it for good. */
    record Refused(String fault) implements Outcome {}

    /** The reminder was dealt with before the mail left. */
    record Withdrawn() implements Outcome {}
}
