package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.KeyRange;
import dev.rapport.engagement.scoring.Levels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One of the walks of which a list is made.
 *
 * @param owner whose ties it passes; null for everybody's
 * @param ranges the stretches of keys, in the order in which it comes upon them
 */
record Leg(Walk walk, String owner, List<KeyRange> ranges) {

    /**
     * The legs of an order through one owner's ties, or through those of all who share one half-life.
     *
     * @param falling the stretches of keys that are looked for, the highest first
     */
    static List<Leg> of(Sort sort, String owner, List<KeyRange> falling, Levels levels) {
        double steepest = levels.steepestKey();
        return switch (sort) {
            case STRONGEST -> List.of(new Leg(Walk.KEY_DOWN, owner, falling));
            case WEAKEST -> List.of(new Leg(Walk.KEY_UP, owner, rising(falling)));
            case HOTTEST -> List.of(new Leg(Walk.HOT_DOWN, owner, List.of(KeyRange.ALL)));
            case LONGEST_SILENT -> List.of(new Leg(Walk.SILENT, owner, List.of(KeyRange.ALL)));
            case WAITING_FOR_OWNER -> List.of(new Leg(Walk.WAITING_FOR_OWNER, owner, List.of(KeyRange.ALL)));
            case WAITING_FOR_CONTACT -> List.of(new Leg(Walk.WAITING_FOR_CONTACT, owner, List.of(KeyRange.ALL)));
            case COOLING_FASTEST ->
                List.of(
                        new Leg(
                                Walk.KEY_DOWN,
                                owner,
                                within(falling, new KeyRange(Double.NEGATIVE_INFINITY, steepest))),
                        new Leg(
                                Walk.KEY_UP,
                                owner,
                                rising(within(falling, new KeyRange(steepest, Double.POSITIVE_INFINITY)))));
        };
    }

    /** Tells it from the other legs of its list. */
    String name() {
        return walk + " " + (owner == null ? "" : owner);
    }

    private static List<KeyRange> rising(List<KeyRange> falling) {
        var rising = new ArrayList<>(falling);
        Collections.reverse(rising);
        return rising;
    }

    private static List<KeyRange> within(List<KeyRange> ranges, KeyRange whole) {
        return ranges.stream().map(whole::and).filter(range -> !range.isEmpty()).toList();
    }
}
