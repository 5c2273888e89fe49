package dev.rapport.notifier.inbox;

import dev.rapport.api.problem.ApiException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A place in the order in which the stream shows notifications: that of their transactions, and in one transaction that of
 * their ids. As the id of an event it is {@code 48151-0199…}.
 *
 * @param tx the number of the transaction, which PostgreSQL calls xid8
 */
record StreamPosition(long tx, UUID id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The place before everything that this transaction and later ones tell. */
    static StreamPosition before(long tx) {
        return new StreamPosition(tx, new UUID(0, 0));
    }

    /** Reads the id of an event. */
    static StreamPosition of(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw ApiException.invalid("Last-Event-ID", "must be the id of an event of this stream");
        }
        return new StreamPosition(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2)));
    }

    @Override
    public String toString() {
        return tx + "-" + id;
    }
}
