package dev.rapport.benchmarks;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The same operation over several connections at once. */
final class Load {

    private static final double NANOS = 1e9;

    private Load() {}

    /** As fast as it goes; returns the operations a second over all connections. */
    static double rate(int connections, Duration duration, Callable<Void> operation)
            throws InterruptedException, ExecutionException {
        return paced(connections, duration, Double.POSITIVE_INFINITY, operation);
    }

    /**
     * At a given pace, unless that is too fast for the connections.
     *
     * @param perSecond operations a second over all connections
     * @return the operations a second that there were
     */
    static double paced(int connections, Duration duration, double perSecond, Callable<Void> operation)
            throws InterruptedException, ExecutionException {
        var begun = new AtomicLong();
        var workers = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Callable<Void> worker = () -> {
            while (System.nanoTime() < end) {
                long due = start + (long) (begun.getAndIncrement() / perSecond * NANOS);
                long early = due - System.nanoTime();
                if (early > 0) {
                    Thread.sleep(Duration.ofNanos(early).toMillis());
                }
                operation.call();
            }
            return null;
        };
        try {
            for (var finished : workers.invokeAll(Collections.nCopies(connections, worker))) {
                finished.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return begun.get() / (duration.toNanos() / NANOS);
    }
}
