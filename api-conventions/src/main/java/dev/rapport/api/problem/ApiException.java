package dev.rapport.api.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A refusal that knows its problem. Thrown by any class of a service; one mapper turns it into the answer. */
public class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Duration retryAfter;

    protected ApiException(Problem problem) {
        this(problem, null);
    }

    private ApiException(Problem problem, Duration retryAfter) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** A refusal of this kind; the detail says what is wrong and how to mend it. */
    public static ApiException of(ProblemType type, String detail) {
        return new ApiException(Problem.of(type, detail));
    }

    /** 400: one field is not valid. */
    public static ApiException invalid(String field, String message) {
        return new ApiException(Problem.invalid(List.of(new Problem.Violation(field, message))));
    }

    /** 400: several fields are not valid. */
    public static ApiException invalid(List<Problem.Violation> violations) {
        return new ApiException(Problem.invalid(violations));
    }

    /**
     * 404: nothing with this id in the caller's workspace. The text is the same for an id that never existed and for one of
     * another workspace.
     */
    public static ApiException notFound(String kind) {
        return of(ProblemType.NOT_FOUND, "There is no " + kind + " with this id in your workspace.");
    }

    /** A refusal that will pass: 409, 429 or 503 with {@code Retry-After}. */
    public static ApiException retryLater(ProblemType type, String detail, Duration after) {
        return new ApiException(Problem.of(type, detail), after);
    }

    public Problem problem() {
        return problem;
    }

    /** When to try again, where that can help. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
