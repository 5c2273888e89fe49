package dev.rapport.engagement.profile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** What follows when a task has no contact left, or is given up. */
final class CompleteTask {

    private static final String ANEW =
            "barrier = null, position = null, done = 0, total = null, run = null, attempts = 0, lease_until = '-infinity'";

    /** First, so that no cancellation comes in between. */
    private static final String HOLD = """
            select from scoring_profile
            where workspace_id = ? and version = ? and run = ? and state = 'building'
            for update""";

    /** One statement: nobody ever sees two active versions, or none. */
    private static final String APPLY = """
            update scoring_profile p
            set state = case when p.version = n.version then 'active' else 'retired' end,
                applied_at = case when p.version = n.version then n.at else p.applied_at end,
                ended_at = case when p.version = n.version then null else n.at end,
                task = case when p.version = n.version then 'announce' end, %s
            from (values (?::text, ?::int, ?::timestamptz)) as n (workspace_id, version, at)
            where p.workspace_id = n.workspace_id and p.state in ('active', 'building')""".formatted(ANEW);

    private static final String NEXT =
            "update scoring_profile set task = ?, " + ANEW + " where workspace_id = ? and version = ? and run = ?";

    private static final String GIVE_UP = "update scoring_profile set state = 'failed', ended_at = ?::timestamptz,"
            + " task = 'sweep', " + ANEW
            + " where workspace_id = ? and version = ? and run = ? and state = 'building'";

    private CompleteTask() {}

    /** Returns how many versions that concerned: none when another has taken the task over. */
    static int complete(Connection transaction, ProfileTask task, Instant now) throws SQLException {
        return switch (task.kind()) {
            case BUILD -> apply(transaction, task, now);
            case ANNOUNCE -> next(transaction, task, ProfileTask.Kind.SWEEP.column());
            case SWEEP -> next(transaction, task, null);
        };
    }

    /** Ends the building of a version; what was built of it is swept up. */
    static void giveUp(Connection connection, ProfileTask task, Instant now) throws SQLException {
        ProfileTasks.update(
                connection, GIVE_UP, now.atOffset(ZoneOffset.UTC), task.workspace(), task.version(), task.run());
    }

    private static int apply(Connection transaction, ProfileTask task, Instant now) throws SQLException {
        try (var hold = transaction.prepareStatement(HOLD)) {
            hold.setString(1, task.workspace());
            hold.setInt(2, task.version());
            hold.setObject(3, task.run());
            try (var row = hold.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
            }
        }
        return ProfileTasks.update(transaction, APPLY, task.workspace(), task.version(), now.atOffset(ZoneOffset.UTC));
    }

    private static int next(Connection transaction, ProfileTask task, String kind) throws SQLException {
        return ProfileTasks.update(transaction, NEXT, kind, task.workspace(), task.version(), task.run());
    }
}
