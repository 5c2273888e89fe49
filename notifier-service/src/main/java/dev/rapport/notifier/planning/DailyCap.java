package dev.rapport.notifier.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a member's day small: of all reminders whose time has come, the most urgent become due today and the rest waits for
 * the next local day.
 *
 * @param perDay how many reminders may become due in one local day
 */
public record DailyCap(int perDay) {

    private static final double POINTS_PER_DAY_WAITED = 10;
    private static final double POINTS_FOR_LONGEST_GAP = 10;

    /**
     * A reminder whose time has come.
     *
     * @param relevance the contact's score now, 0..100
     * @param plannedAt since when Rapport knows of it: what an import brings overdue by years has not waited here for years
     * @param onlyToday whether it is about this day, as a birthday is, and so goes before all that is not
     */
    public record Candidate(
            UUID id,
            double relevance,
            Instant dueAt,
            Optional<Instant> latestAt,
            Instant plannedAt,
            boolean onlyToday) {

        /** One that tomorrow is early enough for. */
        public Candidate(UUID id, double relevance, Instant dueAt, Optional<Instant> latestAt, Instant plannedAt) {
            this(id, relevance, dueAt, latestAt, plannedAt, false);
        }

        /**
         * Relevance plus up to ten points on the way from the ideal to the longest gap, plus ten for each day that it has
         * waited here to be told. The last grows without end, so that no reminder starves behind more relevant ones.
         */
        double urgency(Instant now) {
            return relevance
                    + POINTS_FOR_LONGEST_GAP * pressing(now)
                    + POINTS_PER_DAY_WAITED * days(waitingSince(), now);
        }

        private Instant waitingSince() {
            return dueAt.isAfter(plannedAt) ? dueAt : plannedAt;
        }

        private double pressing(Instant now) {
            return latestAt.map(latest -> days(dueAt, now) / Math.max(days(dueAt, latest), 1))
                    .map(share -> Math.max(0, Math.min(1, share)))
                    .orElse(0.0);
        }

        private static double days(Instant from, Instant to) {
            return Duration.between(from, to).toMillis() / 86_400_000.0;
        }
    }

    /** What happens to each candidate; most urgent first in both lists. */
    public record Split(List<UUID> now, List<UUID> later) {}

    /**
     * Shares the candidates out.
     *
     * @param toldToday how many reminders became due earlier on the same local day
     */
    public Split split(Collection<Candidate> candidates, int toldToday, Instant now) {
        var ranked = candidates.stream()
                .sorted(Comparator.comparing((Candidate one) -> !one.onlyToday())
                        .thenComparingDouble(one -> -one.urgency(now))
                        .thenComparing(Candidate::dueAt)
                        .thenComparing(Candidate::id))
                .map(Candidate::id)
                .toList();
        var room = Math.min(ranked.size(), Math.max(0, perDay - toldToday));
        return new Split(ranked.subList(0, room), ranked.subList(room, ranked.size()));
    }
}
