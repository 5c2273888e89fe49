package dev.rapport.notifier.reminder;

import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What is due but was put off, to the end of quiet hours or because that day was full. */
final class HeldBack {

    /** What only settles, or was snoozed, is not held back. */
    private static final String RELEASE = """
            update reminder set wake_at = ?, version = version + 1
            where workspace_id = ? and owner = ? and state = 'scheduled' and due_at <= ? and wake_at > ?""";

    private HeldBack() {}

    /** Has the clock look at it again, by the preferences that the member has now. */
    static void release(Connection transaction, MemberKey member, Instant now, Duration settle) throws SQLException {
        var at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        try (var update = transaction.prepareStatement(RELEASE)) {
            update.setObject(1, at);
            update.setString(2, member.workspace());
            update.setString(3, member.member());
            update.setObject(4, at);
            update.setObject(5, at.plus(settle));
            update.executeUpdate();
        }
    }
}
