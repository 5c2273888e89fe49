package dev.rapport.api.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How much one instance of a service does for one workspace. */
@ConfigMapping(prefix = "rapport.rate-limit")
interface RateLimitConfig {

    /** The most requests of a workspace within the window; they flow back evenly. */
    @WithDefault("60000")
    long requests();

    /** The window. */
    @WithDefault("PT1M")
    Duration window();

    /** The most requests of those workspaces that have a limit of their own. */
    Map<String, Long> workspaces();
}
