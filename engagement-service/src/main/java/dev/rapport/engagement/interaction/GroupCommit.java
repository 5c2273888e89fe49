package dev.rapport.engagement.interaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Lets rows that arrive while a commit is under way share the next one, and be answered after it. Alone, a row waits for
 * nothing: there is no timer. What cannot be committed together is committed one by one, so that one bad row fails alone.
 *
 * @param <R> what is committed
 * @param <A> what is answered for each row
 */
final class GroupCommit<R, A> implements AutoCloseable {

    /** Commits all rows or none, and answers them in their order. */
    @FunctionalInterface
    interface Commit<R, A> {
        List<A> commit(List<R> rows) throws SQLException;
    }

    /**
     * SQLSTATE classes of faults that are not a row's: connection, resources, operator intervention, system error. Trying
     * the rows one by one would only be refused as many times.
     */
    private static final Set<String> NO_FAULT_OF_A_ROW = Set.of("08", "53", "57", "58");

    private static final long CLOSING_MILLIS = 10_000;
    /** How often an idle lane looks whether it is to end; a row that arrives is taken at once. */
    private static final long LOOK_UP_MILLIS = 200;

    private final Commit<R, A> commit;
    private final int batch;
    private final BlockingQueue<Waiting<R, A>> queue;
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param batch the most rows of one commit
     * @param queue the most rows that wait
     * @param lanes how many commits may be under way at a time
     */
    GroupCommit(Commit<R, A> commit, int batch, int queue, int lanes) {
        this.commit = commit;
        this.batch = batch;
        this.queue = new ArrayBlockingQueue<>(queue);
        for (int lane = 0; lane < lanes; lane++) {
            var thread = new Thread(this::run, "group-commit-" + lane);
            thread.setDaemon(true);
            thread.start();
            this.lanes.add(thread);
        }
    }

    /** The answer, once the row is committed; empty when so many rows wait that this one is not taken. */
    Optional<CompletionStage<A>> submit(R row) {
        var waiting = new Waiting<R, A>(row, new CompletableFuture<>());
        return !closed && queue.offer(waiting) ? Optional.of(waiting.answer) : Optional.empty();
    }

    /** Takes no more rows and returns when those that wait are committed. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var lane : lanes) {
            lane.join(CLOSING_MILLIS);
        }
        for (var late = queue.poll(); late != null; late = queue.poll()) {
            late.answer.completeExceptionally(new IllegalStateException("stopped before this could be stored"));
        }
    }

    private void run() {
        var rows = new ArrayList<Waiting<R, A>>(batch);
        try {
            while (!closed || !queue.isEmpty()) {
                var first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    rows.add(first);
                    queue.drainTo(rows, batch - 1);
                    commitTogether(rows);
                    rows.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commitTogether(List<Waiting<R, A>> rows) {
        try {
            var answers = commit.commit(rows.stream().map(Waiting::row).toList());
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).answer.complete(answers.get(i));
            }
        } catch (SQLException | RuntimeException | Error e) {
            if (rows.size() > 1 && mayBeOneRowsFault(e)) {
                rows.forEach(row -> commitTogether(List.of(row)));
            } else {
                rows.forEach(row -> row.answer.completeExceptionally(e));
            }
        }
    }

    private static boolean mayBeOneRowsFault(Throwable fault) {
        return !(fault instanceof SQLException sql)
                || (sql.getSQLState() != null
                        && !NO_FAULT_OF_A_ROW.contains(sql.getSQLState().substring(0, 2)));
    }

    private record Waiting<R, A>(R row, CompletableFuture<A> answer) {}
}
