package dev.rapport.notifier.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How alerts are raised. */
@ConfigMapping(prefix = "rapport.alerts")
interface AlertConfig {

    /** How often the clock looks for what may be an alert. */
    @WithDefault("1s")
    Duration tick();

    /** How long something is left to settle: an answer or a retraction may be right behind it. */
    @WithDefault("10s")
    Duration settle();

    /** What happened longer ago than this, when it is heard of, waits for the edition. */
    @WithDefault("24h")
    Duration fresh();

    /** The most that one round of the clock judges. */
    @WithDefault("500")
    int round();
}
