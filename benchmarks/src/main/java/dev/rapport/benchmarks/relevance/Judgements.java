package dev.rapport.benchmarks.relevance;

import java.util.Arrays;

/** Judgements of coming silence, and whether it came. */
final class Judgements {

    private static final int BINS = 10;

    private double[] values = new double[1024];
    private boolean[] silent = new boolean[1024];
    private int size;
    private int silences;

    void add(double value, boolean wasSilent) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            silent = Arrays.copyOf(silent, 2 * size);
        }
        values[size] = value;
        silent[size++] = wasSilent;
        silences += wasSilent ? 1 : 0;
    }

    /** What others say, their chances calibrated. */
    void addAll(Judgements others, double factor) {
        for (int i = 0; i < others.size; i++) {
            add(factor == 1 ? others.values[i] : Math.pow(others.values[i], factor), others.silent[i]);
        }
    }

    int size() {
        return size;
    }

    boolean areChances() {
        return Arrays.stream(values, 0, size).allMatch(value -> value >= 0 && value <= 1);
    }

    /** The share of them after which there was silence; not a number when there is none. */
    double silentShare() {
        return (double) silences / size;
    }

    /**
     * The chance that of one with and one without silence the first was judged higher; half for equal ones. Not a number
     * unless there are both.
     */
    double auc() {
        var with = new double[silences];
        var without = new double[size - silences];
        for (int i = 0, w = 0; i < size; i++) {
            if (silent[i]) {
                with[w++] = values[i];
            } else {
                without[i - w] = values[i];
            }
        }
        Arrays.sort(with);
        Arrays.sort(without);
        double won = 0;
        int lower = 0;
        int notHigher = 0;
        for (double value : with) {
            while (lower < without.length && without[lower] < value) {
                lower++;
            }
            while (notHigher < without.length && without[notHigher] <= value) {
                notHigher++;
            }
            won += (lower + notHigher) / 2.0;
        }
        return won / ((double) with.length * without.length);
    }

    /** How far the chances are from what came, on average over ten bins of equal width (expected calibration error). */
    double calibrationError() {
        var chances = new double[BINS];
        var silences = new double[BINS];
        for (int i = 0; i < size; i++) {
            int bin = Math.min(BINS - 1, (int) (values[i] * BINS));
            chances[bin] += values[i];
            silences[bin] += silent[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(chances[bin] - silences[bin]);
        }
        return error / size;
    }

    /** The power of the chances that foretells as many silences as came; 1 when there is nothing to learn from. */
    double calibration() {
        double low = 1e-3;
        double high = 1e3;
        if (silences == 0 || silences == size || !areChances()) {
            return 1;
        }
        while (high / low > 1 + 1e-6) {
            double middle = Math.sqrt(low * high);
            double foretold = 0;
            for (int i = 0; i < size; i++) {
                foretold += Math.pow(values[i], middle);
            }
            if (foretold > silences) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
