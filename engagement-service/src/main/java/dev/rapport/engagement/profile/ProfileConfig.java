package dev.rapport.engagement.profile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How profiles are rebuilt and re-chosen. */
@ConfigMapping(prefix = "rapport.scoring")
public interface ProfileConfig {

    /** How many contacts are folded anew, told of or swept up in one transaction. */
    @WithDefault("200")
    int batch();

    /** How long the ties of a version stay after another took over, for requests that still read them. */
    @WithDefault("PT1M")
    Duration linger();

    /** After how long without progress another instance takes a rebuild over. */
    @WithDefault("PT1M")
    Duration lease();

    /** How many times in a row a rebuild may fail before it is given up. */
    @WithDefault("10")
    int attempts();
}
