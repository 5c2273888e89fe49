package dev.rapport.benchmarks.relevance;

import java.util.Arrays;

/** Orders by a key that does not change by the mere passing of time, as an index does. */
abstract class KeyRanker implements Ranker {

    private final Network network;
    private final double[] keys;
    private final SortedValues[] byOwner;

    KeyRanker(Network network) {
        this.network = network;
        keys = new double[network.views()];
        Arrays.fill(keys, Double.NaN);
        byOwner = new SortedValues[network.people()];
    }

    final Network network() {
        return network;
    }

    final void replace(int view, double key) {
        int owner = network.owner(view);
        if (byOwner[owner] == null) {
            byOwner[owner] = new SortedValues();
        }
        if (!Double.isNaN(keys[view])) {
            byOwner[owner].remove(keys[view]);
        }
        keys[view] = key;
        byOwner[owner].add(key);
    }

    @Override
    public double value(int view, long micros) {
        return keys[view];
    }

    @Override
    public int above(int owner, double level, long micros) {
        return byOwner[owner] == null ? 0 : byOwner[owner].above(level);
    }
}
