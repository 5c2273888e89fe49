package dev.rapport.contacts.duplicate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How duplicates are found. */
@ConfigMapping(prefix = "rapport.duplicates")
interface DuplicateConfig {

    /** How often to look for changes that other instances committed; this instance's own are seen at once. */
    @WithDefault("5s")
    Duration poll();

    /** When to look again for a change that stands behind a transaction still under way. */
    @WithDefault("100ms")
    Duration retry();
}
