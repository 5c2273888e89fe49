package dev.rapport.contacts.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far the feed of changes reaches back. */
@ConfigMapping(prefix = "rapport.changes")
interface FeedConfig {

    /** How long a client may stay away and still be told all that it missed. */
    @WithDefault("P90D")
    Duration reach();

    /** How often tombstones are looked for that are older than that. */
    @WithDefault("1h")
    Duration sweep();
}
