package dev.rapport.notifier.recurrence;

/** A rule that no reminder can follow; the message says what it must be instead. */
public final class UnusableRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableRule(String message) {
        super(message);
    }
}
