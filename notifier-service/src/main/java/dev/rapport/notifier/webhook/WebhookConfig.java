package dev.rapport.notifier.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are sent. */
@ConfigMapping(prefix = "rapport.webhooks")
interface WebhookConfig {

    /** How often the worker looks for deliveries whose time has come. */
    @WithDefault("1s")
    Duration poll();

    /** How many attempts one instance has under way at a time. They hold no thread. */
    @WithDefault("1000")
    int concurrency();

    /** How many of them go to one endpoint; to one that failed last, a single one. */
    @WithDefault("4")
    int perEndpoint();

    /** How long one attempt may take, whatever the endpoint does meanwhile. */
    @WithDefault("15s")
    Duration timeout();

    /** How long a claimed delivery is left alone by others; longer than the timeout. */
    @WithDefault("1m")
    Duration lease();

    /** The waits after the first failed attempt, the second and so on; after the last one it is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** An endpoint of which every attempt has failed for so long is paused. */
    @WithDefault("24h")
    Duration pauseAfter();

    /** How often a paused endpoint is tried. */
    @WithDefault("15m")
    Duration probeEvery();

    /** How long what is delivered or given up stays in the log. */
    @WithDefault("30d")
    Duration keep();

    /** Read by {@link dev.rapport.notifier.egress.CheckedAddresses}. */
    Optional<List<String>> allowedHosts();
}
