package dev.rapport.api.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Converts query parameters so that a bad one answers 400 with its name, where JAX-RS would answer 404. A malformed id in a
 * path stays a 404: there is nothing with that id.
 */
@Provider
class ParameterConversion implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = queryName(annotations);
        if (name.isEmpty()) {
            return null;
        }
        if (type == String.class) {
            return converter(name.get(), "must be text without NUL characters", text -> cast(withoutNul(text)));
        }
        if (type == Integer.class || type == int.class) {
            return converter(name.get(), "must be a whole number", text -> cast(Integer.valueOf(text)));
        }
        if (type == UUID.class) {
            return converter(name.get(), "must be a UUID", text -> cast(UUID.fromString(text)));
        }
        if (type == Instant.class) {
            return converter(
                    name.get(),
                    "must be an RFC 3339 instant such as 2026-03-01T09:30:00Z",
                    text -> cast(Instant.parse(text)));
        }
        if (type == LocalDate.class) {
            return converter(name.get(), "must be a date such as 2026-03-01", text -> cast(LocalDate.parse(text)));
        }
        return type.isEnum() ? enumConverter(name.get(), type) : null;
    }

    private static <T> ParamConverter<T> enumConverter(String name, Class<T> type) {
        var constants = Arrays.asList(type.getEnumConstants());
        var names = constants.stream().map(JsonNames::of).collect(Collectors.joining(", "));
        return converter(name, "must be one of " + names, text -> constants.stream()
                .filter(constant -> JsonNames.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    private static <T> ParamConverter<T> converter(String name, String must, Function<String, T> parse) {
        return new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                if (text == null || text.isEmpty()) {
                    return null;
                }
                try {
                    return parse.apply(text);
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    throw new InvalidParameter(name, must);
                }
            }

            @Override
            public String toString(T value) {
                return JsonNames.of(value);
            }
        };
    }

    /** PostgreSQL has no text with NUL, so no query can ask for it. */
    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return text;
    }

    private static Optional<String> queryName(Annotation[] annotations) {
        return Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
