package dev.rapport.api.paging;

import dev.rapport.api.problem.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A position in a list: the sort key of the last row shown. Opaque to callers, and bound to its list, so that a cursor of
 * another list is refused instead of misread.
 *
 * @param list the list and its order, for example {@code contacts:newest}
 * @param key the values of the sort key, as text
 */
public record Cursor(String list, List<String> key) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String list, Object... key) {
        return new Cursor(list, Arrays.stream(key).map(String::valueOf).toList());
    }

    /**
     * Reads a cursor given back by a caller; empty when none was given, 400 when it is not one of this list's.
     *
     * @param read turns the key's values into the position; anything it throws makes the cursor invalid
     */
    public static <P> Optional<P> read(String list, String text, Function<List<String>, P> read) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (!parts[0].equals(list)) {
                throw invalid();
            }
            return Optional.of(read.apply(List.of(parts).subList(1, parts.length)));
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            throw invalid();
        }
    }

    /** Whether this text is a cursor of that list; whatever is no cursor at all is not. */
    public static boolean isOf(String list, String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).startsWith(list + SEPARATOR);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The form in which callers carry it: unpadded base64url. */
    public String text() {
        var parts = list + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiException invalid() {
        return ApiException.invalid("cursor", "must be the `next` of an earlier page of this very list");
    }
}
