package dev.rapport.demo.rest;

/** A service refused a request or could not be reached; the message is one line. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ApiFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }
}
