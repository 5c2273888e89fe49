package dev.rapport.engagement.inbound;

import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.engagement.signal.Signal;

/**
 * What a report tells: one of the two.
 *
 * @param interaction null when it is a signal
 * @param signal null when it is an interaction
 */
record Reported(Interaction interaction, Signal signal) {

    static Reported of(Interaction interaction) {
        return new Reported(interaction, null);
    }

    static Reported of(Signal signal) {
        return new Reported(null, signal);
    }
}
