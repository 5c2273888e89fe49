package dev.rapport.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How fast 100,000 editions are published that are due within one hour, which the clock takes in one step: one per member,
 * each of three reminders and three pieces of news. A second instance joins half way. Baseline: plain INSERTs of their
 * notifications.
 */
final class ManyEditions {

    private static final int CONTACTS_EACH = 3;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String PREFIX = "edition";

    private static final String EDITIONS = """
            select count(*), count(distinct (e.workspace_id, e.member)), coalesce(min(e.item_count), 0),
                count(distinct n.id)
            from edition e
            left join notification n on n.workspace_id = e.workspace_id and n.id = e.notification_id
                and n.category = 'edition' and n.member = e.member
            where starts_with(e.workspace_id, ?)""";

    private static final String SEEN =
            "select tx::text from notification where category = 'edition' and starts_with(workspace_id, ?)";

    private final NotifierRun run;
    private final int members;
    private final Instant day =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);

    private ManyEditions(NotifierRun run, int members) {
        this.run = run;
        this.members = members;
    }

    /** @param args how many members there are; 100,000 when absent */
    public static void main(String[] args) throws Exception {
        try (var run = new NotifierRun()) {
            new ManyEditions(run, args.length == 0 ? 100_000 : Integer.parseInt(args[0])).measure();
        }
    }

    private void measure() throws Exception {
        try (var connection = run.connect()) {
            seed(connection);
            print("%,9d editions scheduled, none due: %s%n", members, run.idle("edition_schedule", IDLE));
            publish(connection);
            double plain = PlainInserts.ofNotifications(run.url(), Math.min(100, members / 1_000))
                    .perSecond();
            print("plain INSERTs of 1,000 notifications (baseline) %,9.0f/s%n", plain);
        }
    }

    private void seed(Connection connection) throws SQLException {
        var seed = new NotifierSeed(connection, PREFIX);
        seed.members(members, CONTACTS_EACH);
        seed.told(day.minus(1, ChronoUnit.DAYS));
        seed.signals(day);
        seed.editions(day);
        seed.settle();
    }

    private void publish(Connection connection) throws SQLException, IOException, InterruptedException {
        try (var commits = new Commits(run.connect())) {
            run.moveClock(day.plus(8, ChronoUnit.HOURS));
            var began = Clock.systemUTC().instant();
            var second = run.awaitWithSecondInstance(members);
            Thread.sleep(SOON.toMillis());
            require(connection);
            var seen = Rate.read(connection, SEEN, PREFIX, commits);
            print("one instance: %s%n", seen.between(began, second));
            print("two instances: %s%n", seen.between(second, null));
            print("published by the first %s%n", run.instances());
        }
    }

    /** One edition and one notification of it per member, and none of them empty. */
    private void require(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(EDITIONS)) {
            query.setString(1, PREFIX);
            try (var row = query.executeQuery()) {
                row.next();
                if (row.getLong(1) != members
                        || row.getLong(2) != members
                        || row.getLong(3) < CONTACTS_EACH
                        || row.getLong(4) != members) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "of %d members %d have %d editions of at least %d items, told by %d notifications",
                            members,
                            row.getLong(2),
                            row.getLong(1),
                            row.getLong(3),
                            row.getLong(4)));
                }
                print("%,d editions of at least %d items, one per member%n", row.getLong(1), row.getLong(3));
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
