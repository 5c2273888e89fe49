package dev.rapport.notifier.edition.press;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How editions are published. */
@ConfigMapping(prefix = "rapport.editions")
interface EditionConfig {

    /** How often the press looks for members whose edition is due. */
    @WithDefault("1s")
    Duration tick();

    /** How many editions one transaction publishes. */
    @WithDefault("500")
    int round();

    /** An edition published this much later than its time is marked late. */
    @WithDefault("5m")
    Duration lateAfter();

    /**
     * What was heard this short a time ago waits for the next edition: a transaction that is still under way may be hearing
     * something older, and each signal is told in exactly one edition.
     */
    @WithDefault("10s")
    Duration settle();

    /** When a member whose edition could not be composed is tried again. */
    @WithDefault("15m")
    Duration retry();
}
