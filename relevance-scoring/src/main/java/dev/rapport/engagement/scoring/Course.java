package dev.rapport.engagement.scoring;

import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** How a score went over a period: at each step, what everything up to it had made, in closed form. */
public final class Course {

    /**
     * A score at one instant.
     *
     * @param interactions how many happened since the point before; for the first one, in all the time up to it
     */
    public record Point(Instant at, double strength, double score, Band band, long interactions) {}

    private Course() {}

    /**
     * A point at every step from an instant on, and one at the end. Folds each interaction once, so the cost is that of the
     * interactions and the points. What lies ahead of the last interaction is what silence makes of it.
     *
     * @param step above zero
     */
    public static List<Point> of(
            Collection<Touch> touches, Instant from, Instant to, Duration step, ScoringProfile profile) {
        var points = new ArrayList<Point>();
        var left = new TreeSet<>(touches).iterator();
        var walk = new Walk(left, profile);
        for (var at = from; at.isBefore(to); at = at.plus(step)) {
            points.add(walk.to(at));
        }
        points.add(walk.to(to));
        return List.copyOf(points);
    }

    private static final class Walk {
        private final Iterator<Touch> left;
        private final ScoringProfile profile;
        private Tie tie = Tie.EMPTY;
        private Touch ahead;

        Walk(Iterator<Touch> left, ScoringProfile profile) {
            this.left = left;
            this.profile = profile;
            advance();
        }

        Point to(Instant at) {
            long before = tie.interactions();
            while (ahead != null && !ahead.at().isAfter(at)) {
                tie = tie.plus(ahead, profile);
                advance();
            }
            var relevance = new Relevance(tie, profile);
            return new Point(
                    at, relevance.strength(at), relevance.score(at), relevance.band(at), tie.interactions() - before);
        }

        private void advance() {
            ahead = left.hasNext() ? left.next() : null;
        }
    }
}
