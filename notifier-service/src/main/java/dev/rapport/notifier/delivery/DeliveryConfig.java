package dev.rapport.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notifications are sent. */
@ConfigMapping(prefix = "rapport.delivery")
interface DeliveryConfig {

    /** How often the worker looks for deliveries whose time has come. */
    @WithDefault("1s")
    Duration poll();

    /** How many deliveries one instance sends at a time. */
    @WithDefault("32")
    int concurrency();

    /** How long one attempt may take; much shorter than the lease. */
    @WithDefault("30s")
    Duration timeout();

    /** How long a claimed delivery is left alone by others; longer than the timeout. */
    @WithDefault("2m")
    Duration lease();

    /** The wait after the first failed attempt; it doubles with each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait between two attempts. Nothing is ever given up but what the server refuses for good. */
    @WithDefault("10m")
    Duration longestRetry();

    /** The right-hand side of each {@code Message-ID}. */
    @WithDefault("rapport.local")
    String messageIdDomain();
}
