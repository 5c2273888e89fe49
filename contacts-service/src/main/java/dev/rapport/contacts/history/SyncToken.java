package dev.rapport.contacts.history;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a client has followed the feed.
 *
 * @param database whose positions these are
 * @param xid of the last change given, or of the first transaction that was still under way
 * @param seq of the last change given in that transaction; 0 before the first
 * @param complete when the client had been given all there was, or had begun to read from the start
 */
record SyncToken(String database, String xid, long seq, Instant complete) {

    private static final String LIST = "contact-changes";

    /** Before the first change. */
    static SyncToken start(String database, Instant now) {
        return new SyncToken(database, "0", 0, now);
    }

    /** After all changes of the transactions before this one. */
    static SyncToken before(String database, String xid, Instant now) {
        return new SyncToken(database, xid, 0, now);
    }

    /** The position of a client that has been given this change too, but not all that there are. */
    SyncToken after(String lastXid, long lastSeq) {
        return new SyncToken(database, lastXid, lastSeq, complete);
    }

    /**
     * Reads a token given back by a client. 400 when it is none; 410 when it is of another database, or when its client has
     * not caught up for so long that tombstones may be missing by now.
     */
    static SyncToken read(String text, String database, Instant now, Duration reach) {
        var token = parse(text);
        if (!token.database.equals(database) || token.complete.isBefore(now.minus(reach))) {
            throw ApiException.of(
                    ProblemType.SYNC_TOKEN_EXPIRED,
                    "The feed no longer has all changes since this token. Read it from the start, without `since`, and"
                            + " drop the contacts that you are not told of.");
        }
        return token;
    }

    /** The form in which clients carry it. */
    String text() {
        return Cursor.of(LIST, database, xid, seq, complete).text();
    }

    private static SyncToken parse(String text) {
        try {
            return Cursor.read(
                            LIST,
                            text,
                            key -> new SyncToken(
                                    key.get(0),
                                    Long.toUnsignedString(Long.parseUnsignedLong(key.get(1))),
                                    Long.parseLong(key.get(2)),
                                    Instant.parse(key.get(3))))
                    .orElseThrow(SyncToken::malformed);
        } catch (ApiException e) {
            throw malformed();
        }
    }

    private static ApiException malformed() {
        return ApiException.invalid("since", "must be the `next` of an earlier answer, or now");
    }
}
