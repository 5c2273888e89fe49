package dev.rapport.benchmarks.relevance;

import dev.rapport.events.Direction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Mozilla's classic frecency: the number of messages times the mean points of the ten newest, 100 up to 4 days old, 70 up
 * to 14, 50 up to 31, 30 up to 90 and 10 beyond. A value changes when one of those ten grows older than a limit, so
 * every owner has a queue of such moments.
 */
final class Frecency extends KeyRanker {

    private static final int SAMPLE = 10;
    private static final long[] LIMITS = {4 * Network.DAY, 14 * Network.DAY, 31 * Network.DAY, 90 * Network.DAY};
    private static final int[] POINTS = {100, 70, 50, 30, 10};

    private record Ageing(int view, long micros, int limit) {
        private long after() {
            return micros + LIMITS[limit];
        }
    }

    private final int[] counts;
    private final List<ArrayDeque<Long>> newest;
    private final List<PriorityQueue<Ageing>> ageing;

    Frecency(Network network) {
        super(network);
        counts = new int[network.views()];
        newest = new ArrayList<>();
        for (int view = 0; view < network.views(); view++) {
            newest.add(new ArrayDeque<>(2));
        }
        ageing = new ArrayList<>();
        for (int owner = 0; owner < network.people(); owner++) {
            ageing.add(new PriorityQueue<>(Comparator.comparingLong(Ageing::after)));
        }
    }

    @Override
    public void settle(int owner, long micros) {
        var due = ageing.get(owner);
        while (!due.isEmpty() && due.element().after() < micros) {
            var aged = due.remove();
            replace(aged.view(), frecency(aged.view(), micros));
            if (aged.limit() + 1 < LIMITS.length) {
                due.add(new Ageing(aged.view(), aged.micros(), aged.limit() + 1));
            }
        }
    }

    @Override
    public void add(int message, int view, Direction direction) {
        long now = network().micros(message);
        counts[view]++;
        var sample = newest.get(view);
        sample.addLast(now);
        if (sample.size() > SAMPLE) {
            sample.removeFirst();
        }
        ageing.get(network().owner(view)).add(new Ageing(view, now, 0));
        replace(view, frecency(view, now));
    }

    private double frecency(int view, long now) {
        var sample = newest.get(view);
        long points = 0;
        for (long micros : sample) {
            int bucket = 0;
            while (bucket < LIMITS.length && now - micros > LIMITS[bucket]) {
                bucket++;
            }
            points += POINTS[bucket];
        }
        return (double) counts[view] * points / sample.size();
    }
}
