package dev.rapport.benchmarks.relevance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The views in which something happened within a span of time, the longest ago first. */
final class Lately {

    private final long span;
    private final Map<Integer, Long> last = new LinkedHashMap<>();

    /** Of a span in microseconds. */
    Lately(long span) {
        this.span = span;
    }

    void happened(int view, long micros) {
        last.remove(view);
        last.put(view, micros);
    }

    /** Those that are less than the span ago; the others are forgotten, so time must not go back. */
    Set<Integer> at(long micros) {
        var oldest = last.values().iterator();
        while (oldest.hasNext() && micros - oldest.next() >= span) {
            oldest.remove();
        }
        return last.keySet();
    }
}
