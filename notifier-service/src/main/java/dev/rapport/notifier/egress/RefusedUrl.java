package dev.rapport.notifier.egress;

/** A URL that nobody connects to; the message says what it must be, without naming what it is. */
public final class RefusedUrl extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedUrl(String message) {
        super(message);
    }

    RefusedUrl(String message, Throwable cause) {
        super(message, cause);
    }
}
