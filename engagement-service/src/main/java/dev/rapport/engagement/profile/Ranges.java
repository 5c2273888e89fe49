package dev.rapport.engagement.profile;

import dev.rapport.api.problem.Problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Within which a definition makes sense: within these, no sum overflows and every score has an instant. */
final class Ranges {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final Duration SHORTEST_BURST = Duration.ofSeconds(1);
    private static final Duration LONGEST_BURST = Duration.ofDays(365);
    private static final double HEAVIEST = 100;
    private static final double LEAST_KAPPA = 0.01;
    private static final double MOST_KAPPA = 10_000;
    private static final int LONGEST_OWNER = 64;

    private final List<Violation> violations = new ArrayList<>();

    private Ranges() {}

    /** Every field that is out of its range, and what it must be. */
    static List<Violation> violations(Definition it) {
        var ranges = new Ranges();
        ranges.duration("halfLife", it.halfLife(), SHORTEST, LONGEST);
        ranges.duration("burst", it.burst(), SHORTEST_BURST, LONGEST_BURST);
        ranges.duration("driftHorizon", it.driftHorizon(), SHORTEST, LONGEST);
        ranges.require(it.outboundWeight() > 0 && it.outboundWeight() <= HEAVIEST, "outboundWeight", positive());
        ranges.require(it.inboundWeight() > 0 && it.inboundWeight() <= HEAVIEST, "inboundWeight", positive());
        ranges.require(
                it.kappa() >= LEAST_KAPPA && it.kappa() <= MOST_KAPPA,
                "kappa",
                "must be " + LEAST_KAPPA + " to " + (int) MOST_KAPPA);
        ranges.require(it.driftChance() > 0 && it.driftChance() < 1, "driftChance", "must be above 0 and below 1");
        ranges.weight("inboundPitchWeight", it.inboundPitchWeight());
        it.kindWeights().forEach((kind, weight) -> ranges.weight("kindWeights." + kind.json(), weight));
        ranges.bands(it.bands());
        ranges.owners(it);
        return ranges.violations;
    }

    private void bands(Definition.Floors it) {
        fall("close", 100, it.close());
        fall("active", it.close(), it.active());
        fall("warm", it.active(), it.warm());
        fall("cooling", it.warm(), it.cooling());
    }

    private void fall(String band, double above, double floor) {
        require(floor < above && floor > 0, "bands." + band, "must be above 0 and below " + above);
    }

    private void owners(Definition it) {
        require(
                it.halfLives().size() <= ChooseRhythms.MOST_OWNERS,
                "halfLives",
                "must name at most " + ChooseRhythms.MOST_OWNERS + " members");
        it.halfLives().forEach((owner, halfLife) -> {
            var field = "halfLives." + owner;
            require(!owner.isEmpty() && owner.length() <= LONGEST_OWNER, field, "must name a member");
            duration(field, halfLife, SHORTEST, LONGEST);
        });
    }

    private void duration(String field, Duration value, Duration least, Duration most) {
        require(
                value != null && value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                field,
                "must be " + IsoDays.text(least) + " to " + IsoDays.text(most));
    }

    private void weight(String field, Double value) {
        require(value != null && value >= 0 && value <= HEAVIEST, field, "must be 0 to " + (int) HEAVIEST);
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            violations.add(new Violation(field, message));
        }
    }

    private static String positive() {
        return "must be above 0 and at most " + (int) HEAVIEST;
    }
}
