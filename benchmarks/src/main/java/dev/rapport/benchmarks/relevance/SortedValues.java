package dev.rapport.benchmarks.relevance;

import java.util.Arrays;

/** Numbers in order, so that how many are above a level is a binary search, however many an owner has. */
final class SortedValues {

    private double[] ascending = new double[4];
    private int size;

    void add(double value) {
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, 2 * size);
        }
        int place = size - above(value);
        System.arraycopy(ascending, place, ascending, place + 1, size - place);
        ascending[place] = value;
        size++;
    }

    /** Removes one that is there. */
    void remove(double value) {
        int place = size - above(value) - 1;
        System.arraycopy(ascending, place + 1, ascending, place, size - place - 1);
        size--;
    }

    /** How many are greater than a level. */
    int above(double level) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return size - low;
    }
}
