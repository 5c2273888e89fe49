package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many things a second could be seen for the first time. */
final class Rate {

    private final List<Instant> seen;

    /** @param seen when each could be seen, by the system's clock */
    Rate(List<Instant> seen) {
        this.seen = seen;
    }

    /** @param sql selects the transaction of each, given what the names of the workspaces begin with */
    static Rate read(Connection connection, String sql, String prefix, Commits commits) throws SQLException {
        var seen = new ArrayList<Instant>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, prefix);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    seen.add(commits.seenAt(Long.parseLong(rows.getString(1))));
                }
            }
        }
        return new Rate(seen);
    }

    /** Between two instants; until the last was seen, when the second is null. */
    String between(Instant from, Instant until) {
        if (from == null) {
            return "unknown: all was done before there were two";
        }
        var counted = seen.stream()
                .filter(it -> it.isAfter(from) && (until == null || !it.isAfter(until)))
                .toList();
        if (counted.isEmpty()) {
            return "unknown: nothing was left to be done";
        }
        var last = counted.stream().max(Instant::compareTo).orElseThrow();
        double seconds = Duration.between(from, until == null ? last : until).toMillis() / 1e3;
        return String.format(Locale.ROOT, "%,d in %.1f s, %,.0f/s", counted.size(), seconds, counted.size() / seconds);
    }
}
