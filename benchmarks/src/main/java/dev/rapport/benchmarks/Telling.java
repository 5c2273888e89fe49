package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What was told, and when each of it could be seen in its member's inbox. */
final class Telling {

    private static final int PAGE = 10_000;

    private static final String REMINDERS = """
            select r.due_at, n.tx::text from reminder r
            join notification n on n.workspace_id = r.workspace_id and n.id = r.notification_id
            where starts_with(r.workspace_id, ?)""";

    private static final String NOTIFICATIONS =
            "select count(*), count(distinct reminder_id) from notification where starts_with(workspace_id, ?)";

    /** @param seenAt by the system's clock */
    private record Told(Duration lateness, Instant seenAt) {}

    private final List<Told> told;
    private final long notifications;
    private final long reminders;

    private Telling(List<Told> told, long notifications, long reminders) {
        this.told = told;
        this.notifications = notifications;
        this.reminders = reminders;
    }

    /** The reminders of the workspaces whose names begin so. */
    static Telling read(Connection connection, Commits commits, NotifierRun run, String prefix) throws SQLException {
        var told = new ArrayList<Told>();
        connection.setAutoCommit(false);
        try (var query = connection.prepareStatement(REMINDERS)) {
            query.setFetchSize(PAGE);
            query.setString(1, prefix);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var due = rows.getObject(1, OffsetDateTime.class).toInstant();
                    var seen = commits.seenAt(Long.parseLong(rows.getString(2)));
                    told.add(new Told(Duration.between(due, run.shown(seen)), seen));
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        try (var query = connection.prepareStatement(NOTIFICATIONS)) {
            query.setString(1, prefix);
            try (var row = query.executeQuery()) {
                row.next();
                return new Telling(told, row.getLong(1), row.getLong(2));
            }
        }
    }

    /** Each reminder was told, by one notification, and none early. */
    void require(int count) {
        long early = told.stream().filter(it -> it.lateness().isNegative()).count();
        if (told.size() != count || notifications != count || reminders != count || early > 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "of %d reminders %d were told by %d notifications about %d; %d early",
                    count,
                    told.size(),
                    notifications,
                    reminders,
                    early));
        }
    }

    /** Of what was told until an instant; of everything when it is null. */
    String latenessUntil(Instant until) {
        return lateness(it -> until == null || it.seenAt().isBefore(until));
    }

    /** Of what was told from an instant on. */
    String latenessFrom(Instant from) {
        return from == null
                ? "unknown: all was told before there were two"
                : lateness(it -> !it.seenAt().isBefore(from));
    }

    private String lateness(Predicate<Told> which) {
        var latencies = new Latencies();
        told.stream().filter(which).forEach(it -> latencies.add(it.lateness().toNanos()));
        return latencies.count() == 0
                ? "n=0"
                : latencies + String.format(Locale.ROOT, " max=%.2f ms", latencies.percentile(1));
    }

    Rate rate() {
        return new Rate(told.stream().map(Told::seenAt).toList());
    }
}
