package dev.rapport.engagement.relevance;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** What one leg found for a page, and how far it came. */
final class Strand {

    private final Leg leg;
    private final Deque<Passed> ahead = new ArrayDeque<>();
    /** After the last one taken; null at the start. */
    private Position position;
    /** After the last one passed, also if it was not looked for. */
    private Position reached;

    private boolean ended;

    Strand(Leg leg, Position start) {
        this.leg = leg;
        position = start;
        reached = start;
    }

    /** Passes some more; keeps of them what is looked for. */
    void pass(Collection<Passed> passed, Predicate<Passed> wanted) {
        for (var one : passed) {
            reached = Position.of(leg.walk(), one);
            if (one.fits() && wanted.test(one)) {
                ahead.add(one);
            }
        }
    }

    /** There is nothing more to pass. */
    void end() {
        ended = true;
    }

    Leg leg() {
        return leg;
    }

    /** The next that was found; null when none is left. */
    Passed peek() {
        return ahead.peek();
    }

    Passed take() {
        var one = ahead.remove();
        position = Position.of(leg.walk(), one);
        return one;
    }

    int found() {
        return ahead.size();
    }

    /** How far it came; null at the start. */
    Position reached() {
        return reached;
    }

    /** Where the next page goes on; empty at the start. What was passed in vain is not passed again. */
    Optional<Position> position() {
        return Optional.ofNullable(ahead.isEmpty() ? reached : position);
    }

    /** Nothing is left of what was found, yet there may be more further on. */
    boolean isDry() {
        return ahead.isEmpty() && !ended;
    }

    /** Nothing is left at all. */
    boolean isOver() {
        return ahead.isEmpty() && ended;
    }
}
