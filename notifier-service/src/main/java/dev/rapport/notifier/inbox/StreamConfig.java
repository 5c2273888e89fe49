package dev.rapport.notifier.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The stream of the inbox. */
@ConfigMapping(prefix = "rapport.inbox.stream")
interface StreamConfig {

    /** How often an instance looks for what is new for all of its readers. */
    @WithDefault("1s")
    Duration poll();

    /** How many events may wait for one reader: what is read for it at a time when it has fallen behind. */
    @WithDefault("500")
    int buffer();

    /** How often a reader with nothing to read is shown that the stream lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a reader may take over what waits for it before it is cut off; it continues where it was when it returns. */
    @WithDefault("30s")
    Duration patience();
}
