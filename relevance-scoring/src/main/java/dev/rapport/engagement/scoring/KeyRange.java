package dev.rapport.engagement.scoring;

import dev.rapport.events.Band;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A stretch of keys.
 *
 * @param from the lowest key in it
 * @param to the lowest key above it
 */
public record KeyRange(double from, double to) {

    /** All keys. */
    public static final KeyRange ALL = new KeyRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public boolean contains(double key) {
        return key >= from && key < to;
    }

    public boolean isEmpty() {
        return from >= to;
    }

    /** What lies in both. */
    public KeyRange and(KeyRange other) {
        return new KeyRange(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** The stretches of keys, from the highest to the lowest, that make up these bands; everything when none is named. */
    public static List<KeyRange> of(Collection<Band> bands, Levels levels) {
        if (bands.isEmpty()) {
            return List.of(ALL);
        }
        var ranges = new ArrayList<KeyRange>();
        for (var band : new TreeSet<>(bands)) {
            var range = levels.keysOf(band);
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).from == range.to) {
                ranges.set(last, new KeyRange(range.from, ranges.get(last).to));
            } else {
                ranges.add(range);
            }
        }
        return List.copyOf(ranges);
    }
}
