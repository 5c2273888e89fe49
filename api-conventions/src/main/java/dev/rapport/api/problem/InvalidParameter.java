package dev.rapport.api.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;

/** 400 for a parameter that cannot be converted. It is a WebApplicationException so that conversion does not wrap it. */
final class InvalidParameter extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    InvalidParameter(String name, String message) {
        super(name + " " + message, 400);
        this.problem = Problem.invalid(List.of(new Problem.Violation(name, message)));
    }

    Problem problem() {
        return problem;
    }
}
