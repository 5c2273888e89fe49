package dev.rapport.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body in the words of the API, not of the parser. */
public final class JsonFaults {

    private JsonFaults() {}

    /** The problem for a body, or a part of one, that cannot be read. */
    public static Problem problem(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(List.of(new Problem.Violation(field(mapping), message(mapping))));
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return Problem.invalid(List.of(new Problem.Violation("body", message(mismatch))));
        }
        var at = fault.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.invalid(List.of(new Problem.Violation("body", "must be well-formed JSON: see" + where)));
    }

    private static String field(JsonMappingException fault) {
        var field = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    private static String message(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field; known are " + known(unknown);
        }
        if (fault instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return "must be text that can be stored: no NUL character and no half of a surrogate pair";
        }
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be " + expected(mismatch.getTargetType());
        }
        return "is not valid";
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = unknown.getKnownPropertyIds();
        return ids == null ? "none" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(JsonNames::of).collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "an RFC 3339 instant such as 2026-03-01T09:30:00Z";
        }
        if (TemporalAmount.class.isAssignableFrom(type)) {
            return "an ISO-8601 duration such as P30D";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }
}
