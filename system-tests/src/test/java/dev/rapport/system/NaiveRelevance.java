package dev.rapport.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The model of relevance, computed the slow way: a direct sum over all interactions at one instant, from the formula alone.
 * It shares nothing with the product, so that agreement means something.
 */
final class NaiveRelevance {

    private static final double HALF_LIFE = 14;
    private static final double TAU = 1;
    private static final double OUT = 4.0 / 3;
    private static final double IN = 2.0 / 3;
    private static final double KAPPA = 3.4;
    private static final double DRIFT = 0.7;

    /** One interaction; direction +1 outbound, -1 inbound, 0 mutual. */
    record Exchange(Instant at, int direction) {}

    private final List<Exchange> exchanges = new ArrayList<>();

    void add(Instant at, String direction) {
        exchanges.add(new Exchange(at, direction.equals("OUTBOUND") ? 1 : direction.equals("INBOUND") ? -1 : 0));
    }

    double strength(Instant now) {
        return sum(now, OUT, IN);
    }

    double score(Instant now) {
        return 100 * (1 - Math.pow(2, -strength(now) / KAPPA));
    }

    /** When the chance of two more weeks of silence reaches the threshold. */
    Instant driftsAt() {
        var from = exchanges.stream()
                .map(Exchange::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double unweighted = sum(from, 1, 1);
        double threshold = -Math.log(DRIFT) / (1 - Math.pow(2, -14 / HALF_LIFE));
        double days = HALF_LIFE * Math.log(unweighted / threshold) / Math.log(2);
        return from.plusNanos((long) (days * Duration.ofDays(1).toNanos()));
    }

    private double sum(Instant now, double out, double in) {
        var ordered =
                exchanges.stream().sorted(Comparator.comparing(Exchange::at)).toList();
        double sum = 0;
        Instant last = null;
        for (var exchange : ordered) {
            double gain = last == null ? 1 : 1 - Math.pow(2, -days(last, exchange.at()) / TAU);
            double weight = exchange.direction() > 0 ? out : exchange.direction() < 0 ? in : (out + in) / 2;
            sum += weight * gain * Math.pow(2, -days(exchange.at(), now) / HALF_LIFE);
            last = exchange.at();
        }
        return sum;
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toNanos()
                / (double) Duration.ofDays(1).toNanos();
    }
}
