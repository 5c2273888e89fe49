package dev.rapport.engagement.signal;

import dev.rapport.api.paging.Cursor;
import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which signals a list shows. Each is optional.
 *
 * @param since from this instant on
 * @param until before this instant
 */
record SignalFilter(UUID contact, String owner, SignalKind kind, Instant since, Instant until) {

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** The name of the list for its cursors. */
    String list() {
        return "signals:" + Digest.of(contact, owner, kind, since, until);
    }

    /** The parameters of the page that begins after a cursor. */
    Map<String, Object> page(int limit, String cursor) {
        var start = until == null ? new Position("infinity", LAST_ID) : new Position(text(until), FIRST_ID);
        var position = Cursor.read(list(), cursor, Position::of).orElse(start);
        var parameters = new HashMap<String, Object>();
        parameters.put("before", position.before);
        parameters.put("beforeId", position.id);
        parameters.put("since", since == null ? "-infinity" : text(since));
        parameters.put("kind", kind == null ? null : kind.json());
        parameters.put("owner", owner);
        parameters.put("rows", limit + 1);
        return parameters;
    }

    Cursor after(Signal last) {
        return Cursor.of(list(), last.at(), last.id());
    }

    /** PostgreSQL's calendar is shorter than Java's; nothing lies beyond these years. */
    private static String text(Instant at) {
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year > 9999) {
            return "infinity";
        }
        return year < 1 ? "-infinity" : at.toString();
    }

    private record Position(String before, UUID id) {
        static Position of(List<String> key) {
            return new Position(Instant.parse(key.get(0)).toString(), UUID.fromString(key.get(1)));
        }
    }
}
