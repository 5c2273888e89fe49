package dev.rapport.contacts.duplicate;

import dev.rapport.api.problem.ApiException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Two contacts, in the order of PostgreSQL. Its text {@code <id>_<id>} names the pair in URLs: the same pair has the same name
 * at any time.
 */
record Pair(UUID lo, UUID hi) {

    private static final String ID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern TEXT = Pattern.compile(ID + "_" + ID);

    /** The pair of these two different contacts. */
    static Pair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /** The pair of this name; 404 for what is none. */
    static Pair parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw ApiException.notFound("pair of contacts");
        }
        var ids = text.split("_", 2);
        var pair = of(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        if (pair.lo().equals(pair.hi())) {
            throw ApiException.notFound("pair of contacts");
        }
        return pair;
    }

    @Override
    public String toString() {
        return lo + "_" + hi;
    }
}
