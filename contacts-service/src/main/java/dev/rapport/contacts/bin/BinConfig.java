package dev.rapport.contacts.bin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long deleted contacts can be restored. */
@ConfigMapping(prefix = "rapport.bin")
interface BinConfig {

    /** How long a deleted contact stays in the bin before it is erased. */
    @WithDefault("P30D")
    Duration keep();

    /** How often the bin is looked through. */
    @WithDefault("10m")
    Duration sweep();
}
