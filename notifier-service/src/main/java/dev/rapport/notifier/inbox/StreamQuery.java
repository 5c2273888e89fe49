package dev.rapport.notifier.inbox;

import dev.rapport.notifier.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads for many streams at once what comes after their positions. */
@ApplicationScoped
class StreamQuery {

    /** The most rows of one reading, over all readers. */
    private static final int ROWS = 5_000;

    private static final String END = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    /** Only what no transaction under way can come before any more: see the migration. */
    private static final String NEXT = """
            select s.ordinal, n.tx::text as tx, %s
            from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::int8[])
                with ordinality as s (workspace_id, member, after_tx, after_id, room, ordinal)
            cross join lateral (
                select * from notification n
                where n.workspace_id = s.workspace_id and n.member = s.member
                    and (n.tx, n.id) > (s.after_tx::xid8, s.after_id)
                    and n.tx < pg_snapshot_xmin(pg_current_snapshot())
                order by n.tx, n.id limit s.room) n
            order by s.ordinal, n.tx, n.id limit ?""".formatted("n." + InboxItem.COLUMNS.replace(", ", ", n."));

    @Inject
    DataSource database;

    /** Where the stream ends now: what is told from now on comes after it. */
    StreamPosition end() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(END);
                var row = query.executeQuery()) {
            row.next();
            return StreamPosition.before(Long.parseLong(row.getString(1)));
        }
    }

    /** Gives readers what they have room for; returns whether it is worth reading on at once. */
    boolean read(List<StreamReader> readers, int buffer) throws SQLException {
        var ready = readers.stream().filter(it -> it.room(buffer) > 0).toList();
        if (ready.isEmpty()) {
            return false;
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(NEXT)) {
            Columns.of(query, ready)
                    .text(it -> it.member().workspace())
                    .text(it -> it.member().member())
                    .text(it -> Long.toString(it.position().tx()))
                    .uuid(it -> it.position().id())
                    .number(it -> it.room(buffer));
            query.setInt(6, ROWS);
            int read = 0;
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var position =
                            new StreamPosition(Long.parseLong(rows.getString("tx")), rows.getObject("id", UUID.class));
                    ready.get(rows.getInt("ordinal") - 1).give(StreamEvent.told(position, InboxItem.read(rows)));
                    read++;
                }
            }
            return read > 0;
        }
    }
}
