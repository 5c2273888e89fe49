package dev.rapport.notifier.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reminders are told. */
@ConfigMapping(prefix = "rapport.reminders")
interface ReminderConfig {

    /** How often the clock looks for reminders whose time has come. */
    @WithDefault("0.25s")
    Duration tick();

    /**
     * How long a plan that is due at once stays untold: the next event of the contact may change it. While a history is
     * being imported, oldest first, what was owed a year ago must not be told a moment before its answer arrives.
     */
    @WithDefault("10s")
    Duration settle();

    /**
     * How long a member's other reminders wait for those that settle, so that the daily cap goes to the most relevant of
     * them all and not to the first that came to rest.
     */
    @WithDefault("2m")
    Duration settleAtMost();

    /** A reminder told this much later than it could have been is marked late. */
    @WithDefault("5m")
    Duration lateAfter();

    /** The most reminders that one round of the clock looks at to find members to tell. */
    @WithDefault("5000")
    int round();
}
