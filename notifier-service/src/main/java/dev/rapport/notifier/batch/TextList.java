package dev.rapport.notifier.batch;

import java.util.List;

/** A list of texts as one text, since arrays in an {@code unnest} cannot hold arrays. */
public final class TextList {

    /** Separates units in ASCII, and nobody types it. */
    private static final String SEPARATOR = "\u001f";

    private TextList() {}

    /** The texts as one; null for an absent list. */
    public static String of(List<String> texts) {
        return texts == null ? null : String.join(SEPARATOR, texts);
    }

    /** The SQL that reads such a column as an array again; an empty one where it is null. */
    public static String sql(String column) {
        return "coalesce(string_to_array(" + column + ", chr(31)), '{}')";
    }
}
