package dev.rapport.engagement.scoring;

import dev.rapport.events.Band;
import java.util.OptionalDouble;

/**
 * The lowest score, 0..100, of each band; what is below {@code cooling} is dormant.
 *
 * @param close the highest of the four, which fall in this order
 */
public record Bands(double close, double active, double warm, double cooling) {

    public Bands {
        if (!(100 > close && close > active && active > warm && warm > cooling && cooling > 0)) {
            throw new IllegalArgumentException("bands must fall from below 100 to above 0");
        }
    }

    /** The band of a score; a score exactly on a floor belongs to the band above it. */
    Band of(double score) {
        if (score >= close) {
            return Band.CLOSE;
        }
        if (score >= active) {
            return Band.ACTIVE;
        }
        if (score >= warm) {
            return Band.WARM;
        }
        return score >= cooling ? Band.COOLING : Band.DORMANT;
    }

    /** The score below which a tie leaves this band; empty for dormant, which nothing leaves by silence. */
    OptionalDouble floor(Band band) {
        return switch (band) {
            case CLOSE -> OptionalDouble.of(close);
            case ACTIVE -> OptionalDouble.of(active);
            case WARM -> OptionalDouble.of(warm);
            case COOLING -> OptionalDouble.of(cooling);
            case DORMANT -> OptionalDouble.empty();
        };
    }
}
