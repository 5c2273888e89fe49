package dev.rapport.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a million scheduled reminders cost: nothing while none is due; how late they are told when 1,000 become due every
 * second; how fast, when all of an hour are overdue after an outage. A second instance joins half way each time. Baseline:
 * plain INSERTs of their notifications.
 */
final class ManyReminders {

    private static final int FEW = 10_000;
    private static final int CONTACTS_EACH = 5;
    private static final int DUE_PER_SECOND = 1_000;
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final NotifierRun run;
    private final int count;
    private final Instant start = Clock.systemUTC().instant().plus(1, ChronoUnit.DAYS);

    private ManyReminders(NotifierRun run, int count) {
        this.run = run;
        this.count = count;
    }

    /** @param args how many reminders become due in each of the two ways; a million when absent */
    public static void main(String[] args) throws Exception {
        try (var run = new NotifierRun()) {
            new ManyReminders(run, args.length == 0 ? 1_000_000 : Integer.parseInt(args[0])).measure();
        }
    }

    private void measure() throws Exception {
        try (var connection = run.connect()) {
            idle(connection);
            onTime(connection);
            run.stopSecondInstance();
            overdue(connection);
            double plain = PlainInserts.ofNotifications(run.url(), Math.min(100, count / 1_000))
                    .perSecond();
            System.out.printf(Locale.ROOT, "plain INSERTs of 1,000 notifications (baseline) %,9.0f/s%n", plain);
        }
    }

    private void idle(Connection connection) throws Exception {
        seed(connection, "few", FEW, start.plus(365, ChronoUnit.DAYS), OUTAGE);
        print("stored %,9d, none due: %s%n", FEW, run.idle("reminder", IDLE));
        seed(connection, "steady", count, start, Duration.ofSeconds(count / DUE_PER_SECOND));
        print("stored %,9d, none due: %s%n", FEW + count, run.idle("reminder", IDLE));
    }

    private void onTime(Connection connection) throws Exception {
        try (var commits = new Commits(run.connect())) {
            run.moveClock(start.minus(SOON));
            var second = run.awaitWithSecondInstance(count);
            Thread.sleep(SOON.toMillis());
            var telling = Telling.read(connection, commits, run, "steady");
            telling.require(count);
            print("due at %,d/s, one instance: lateness %s%n", DUE_PER_SECOND, telling.latenessUntil(second));
            print("due at %,d/s, two instances: lateness %s%n", DUE_PER_SECOND, telling.latenessFrom(second));
            print("told by the first %s%n", run.instances());
        }
    }

    private void overdue(Connection connection) throws Exception {
        var from = run.shown(Clock.systemUTC().instant()).plus(OUTAGE);
        seed(connection, "overdue", count, from, OUTAGE);
        try (var commits = new Commits(run.connect())) {
            run.moveClock(from.plus(OUTAGE));
            var began = Clock.systemUTC().instant();
            var second = run.awaitWithSecondInstance(count);
            Thread.sleep(SOON.toMillis());
            var telling = Telling.read(connection, commits, run, "overdue");
            telling.require(count);
            print(
                    "%,d overdue at once, one instance: %s%n",
                    count, telling.rate().between(began, second));
            print(
                    "%,d overdue at once, two instances: %s%n",
                    count, telling.rate().between(second, null));
            print("told by the first %s%n", run.instances());
        }
    }

    private static void seed(Connection connection, String prefix, int count, Instant from, Duration within)
            throws SQLException {
        var seed = new NotifierSeed(connection, prefix);
        seed.members(count / CONTACTS_EACH, CONTACTS_EACH);
        seed.scheduled(from, within);
        seed.settle();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
