package dev.rapport.demo.network;

/** The input cannot be used; the message is one line that says why and what is expected. */
public final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An input that cannot be used, with the line to show. */
    public UnusableInput(String message) {
        super(message);
    }

    /** The same, found out by a failure. */
    public UnusableInput(String message, Throwable cause) {
        super(message, cause);
    }
}
