package dev.rapport.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind of operation. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    void add(long elapsedNanos) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = elapsedNanos;
    }

    int count() {
        return size;
    }

    /**
     * The smallest duration, in milliseconds, that this share of the operations did not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     * @throws IllegalStateException when nothing was measured
     */
    double percentile(double share) {
        if (size == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "n=%d p50=%.2f ms p99=%.2f ms", size, percentile(0.5), percentile(0.99));
    }
}
