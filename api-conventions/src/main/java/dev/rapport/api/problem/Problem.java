package dev.rapport.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem as RFC 9457 defines it.
 *
 * @param type a stable URI for this kind of problem
 * @param title the kind of problem in words; the same for every occurrence
 * @param status the HTTP status code
 * @param detail what is wrong here and how to mend it
 * @param violations the fields at fault, where there are any
 * @param traceId names this occurrence in the service's log; present where the log has more to say
 */
@Schema(description = "A problem (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(examples = "urn:rapport:problem:invalid-request")
        String type,

        @Schema(examples = "Invalid request") String title,
        @Schema(examples = "400") int status,

        @Schema(examples = "One field is not valid: see violations.")
        String detail,

        List<Violation> violations,
        String traceId) {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field at fault.
     *
     * @param field its path in the body, for example {@code emails[1]}, or the name of a parameter or header
     * @param message what it must be
     */
    @Schema(name = "Violation")
    public record Violation(
            @Schema(examples = "emails[1]") String field,
            @Schema(examples = "must be an email address") String message) {}

    /** A problem of a kind that {@link ProblemType} lists. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null);
    }

    /** An invalid request whose faults lie in these fields. */
    public static Problem invalid(List<Violation> violations) {
        var detail = violations.size() == 1
                ? violations.get(0).field() + " " + violations.get(0).message()
                : violations.size() + " fields are not valid: see violations.";
        var type = ProblemType.INVALID_REQUEST;
        return new Problem(type.uri(), type.title(), type.status(), detail, List.copyOf(violations), null);
    }

    Problem traced(String id) {
        return new Problem(type, title, status, detail, violations, id);
    }
}
