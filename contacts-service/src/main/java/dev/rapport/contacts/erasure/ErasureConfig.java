package dev.rapport.contacts.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Who has to forget, and how it goes on. */
@ConfigMapping(prefix = "rapport.erasure")
interface ErasureConfig {

    /** The services whose receipts make an erasure complete, this one included. */
    @WithDefault("contacts-service,engagement-service,notifier-service")
    List<String> services();

    /** How often workspaces are looked for whose erasure is under way. */
    @WithDefault("5s")
    Duration sweep();

    /** How many rows of a workspace are deleted at a time. */
    @WithDefault("1000")
    int batch();
}
