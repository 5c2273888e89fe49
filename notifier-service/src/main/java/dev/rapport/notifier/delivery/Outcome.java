package dev.rapport.notifier.delivery;

import java.time.Duration;

/** How one attempt ended. */
sealed interface Outcome {

    /** The mail server has it. */
    record Sent() implements Outcome {}

    /**
     * It did not work this time.
     *
     * @param ofAddress whether the address is at fault, and not the server or the way there
     */
    record Retry(String fault, Duration after, boolean ofAddress) implements Outcome {}

    /**
     * The mail server refuses it for good.
     *
     * @param ofAddress whether it refuses the address, and not this very mail
     */
    record Refused(String fault, boolean ofAddress) implements Outcome {}

    /** The reminder was dealt with before the mail left. */
    record Withdrawn() implements Outcome {}
}
