package dev.rapport.benchmarks.relevance;

import java.util.Optional;

/**
 * What a ranking reached on a network.
 *
 * @param drift its judgements of drift; empty when it says nothing of it
 * @param calibratedDrift the same, calibrated by what was known of the network at the time
 */
record Figures(Ranks all, Ranks reengage, Optional<Judgements> drift, Optional<Judgements> calibratedDrift) {

    /** Whether its judgements are chances. */
    boolean tellsChances() {
        return drift.isPresent() && drift.get().areChances();
    }

    double calibrationError() {
        return drift.orElseThrow().calibrationError();
    }

    double calibratedError() {
        return calibratedDrift.orElseThrow().calibrationError();
    }
}
