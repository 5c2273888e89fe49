package dev.rapport.engagement.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Running conversations first: {@code 1.5 · strength + heat}. The two keys decay at different speeds, so no one index holds
 * this order; the threshold algorithm (Fagin, Lotem and Naor 2001) finds its exact top from two lists, one in the order
 * of each key, and reads no further than the best that an unread contact could reach.
 *
 * @param halfLife of the strengths
 * @param at the instant to rank for
 */
public record NowRanking(Duration halfLife, Instant at) {

    private static final double STRENGTH_WEIGHT = 1.5;

    /**
     * A contact with both its keys, as a row of either list.
     *
     * @param rankKey {@link Relevance#rankKey()}
     * @param hotKey {@link HotKey#log2()}
     */
    public record Candidate(UUID id, double rankKey, double hotKey) {}

    /**
     * A contact in its place. The order is the highest value first, then the id, as PostgreSQL orders it.
     *
     * @param log2 the logarithm of the value that is ranked by, which even decades of silence do not bring to zero
     */
    public record Ranked(Candidate candidate, double log2) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            int byValue = Double.compare(other.log2, log2);
            return byValue != 0 ? byValue : Touch.compare(candidate.id(), other.candidate.id());
        }
    }

    /** A candidate with the value that it has at the instant. */
    public Ranked rank(Candidate candidate) {
        return new Ranked(candidate, value(candidate.rankKey(), candidate.hotKey()));
    }

    /**
     * The first k of those that are wanted, the best first.
     *
     * @param byRankKey contacts, the highest rank key first; read lazily
     * @param byHotKey contacts, the highest hot key first; read lazily. Either list may leave out those without its key
     * @param wanted for example what follows the last of the page before
     */
    public List<Ranked> top(
            int k, Iterator<Candidate> byRankKey, Iterator<Candidate> byHotKey, Predicate<Ranked> wanted) {
        var worstFirst = new PriorityQueue<Ranked>(Comparator.reverseOrder());
        var seen = new HashSet<UUID>();
        double reachable = Double.POSITIVE_INFINITY;
        while (k > 0 && (byRankKey.hasNext() || byHotKey.hasNext()) && !settled(worstFirst, k, reachable)) {
            var strong = byRankKey.hasNext() ? byRankKey.next() : null;
            var hot = byHotKey.hasNext() ? byHotKey.next() : null;
            Stream.of(strong, hot)
                    .filter(candidate -> candidate != null && seen.add(candidate.id()))
                    .map(this::rank)
                    .filter(wanted)
                    .forEach(worstFirst::add);
            while (worstFirst.size() > k) {
                worstFirst.remove();
            }
            reachable = value(
                    strong == null ? Double.NEGATIVE_INFINITY : strong.rankKey(),
                    hot == null ? Double.NEGATIVE_INFINITY : hot.hotKey());
        }
        return worstFirst.stream().sorted().toList();
    }

    /** An unread contact may still equal what is reachable and come first by its id, so that much is not enough. */
    private static boolean settled(PriorityQueue<Ranked> worstFirst, int k, double reachable) {
        return worstFirst.size() == k && worstFirst.element().log2() > reachable;
    }

    private double value(double rankKey, double hotKey) {
        double strength = rankKey - Landmark.days(at) / Landmark.days(halfLife);
        double heat = hotKey - Landmark.days(at) / Landmark.days(HotKey.HALF_LIFE);
        return new DecayedSum(strength)
                .times(STRENGTH_WEIGHT)
                .plus(new DecayedSum(heat))
                .log2();
    }
}
