package dev.rapport.api.problem;

import java.util.Locale;

/** The kinds of problem that an API of Rapport answers. */
public enum ProblemType {
    INVALID_REQUEST(400, "Invalid request"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token does not permit this"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict with the present state"),
    REQUEST_IN_PROGRESS(409, "The first request with this key is still running"),
    GONE(410, "Gone"),
    SYNC_TOKEN_EXPIRED(410, "The sync token has expired"),
    PRECONDITION_FAILED(412, "The resource has changed"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    KEY_REUSED(422, "This key belongs to another request"),
    PRECONDITION_REQUIRED(428, "A precondition is required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable for the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The URI that names this kind, for example {@code urn:rapport:problem:not-found}. */
    public String uri() {
        return "urn:rapport:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The general kind for an HTTP status. */
    public static ProblemType ofStatus(int status) {
        for (var type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
