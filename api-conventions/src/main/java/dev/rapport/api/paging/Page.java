package dev.rapport.api.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param items the rows, in the list's order
 * @param next the cursor of the next page, absent on the last one
 * @param total how many rows all pages have together; absent unless it was asked for
 */
public record Page<T>(
        @Schema(required = true) List<T> items,

        @Schema(description = "Opaque; give it back as ?cursor=.")
        String next,

        @Schema(description = "How many there are on all pages; only when asked for.")
        Long total) {

    /** The most rows of one page. */
    public static final int MAX = 200;

    /**
     * Makes a page from rows read with {@code limit + 1}: the surplus row only tells that there is a next page.
     *
     * @param cursor the cursor that stands just after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null, null);
        }
        var shown = List.copyOf(rows.subList(0, limit));
        return new Page<>(shown, cursor.apply(shown.get(limit - 1)).text(), null);
    }

    /** The same page with its rows shown otherwise. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), next, total);
    }

    /** The same page, which also tells how many rows there are. */
    public Page<T> withTotal(long rows) {
        return new Page<>(items, next, rows);
    }
}
