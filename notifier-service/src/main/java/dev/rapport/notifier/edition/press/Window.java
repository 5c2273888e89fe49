package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a member's edition tells of what was heard: after the last edition's end, until this one's. */
record Window(MemberKey member, Instant from, Instant until) {

    /** Before the first edition there is a week of news. */
    private static final Duration FIRST = Duration.ofDays(7);

    /** Who had no edition for long is told of the last weeks only. */
    private static final Duration LONGEST = Duration.ofDays(30);

    static List<Window> of(List<Reader> readers, Instant until) {
        return readers.stream()
                .map(reader ->
                        new Window(reader.member(), from(reader.heardUntil().orElse(until.minus(FIRST)), until), until))
                .toList();
    }

    private static Instant from(Instant from, Instant until) {
        var earliest = until.minus(LONGEST);
        return from.isBefore(earliest) ? earliest : from;
    }

    /** Binds windows as the columns {@code workspace_id, member, since, until}. */
    static void bind(PreparedStatement statement, List<Window> windows) throws SQLException {
        Columns.of(statement, windows)
                .text(window -> window.member().workspace())
                .text(window -> window.member().member())
                .instant(Window::from)
                .instant(Window::until);
    }
}
