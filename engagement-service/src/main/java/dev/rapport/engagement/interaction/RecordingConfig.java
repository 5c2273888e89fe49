package dev.rapport.engagement.interaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How single interactions are gathered into commits. */
@ConfigMapping(prefix = "rapport.recording")
interface RecordingConfig {

    /** The most interactions of one commit. */
    @WithDefault("256")
    int batch();

    /** The most interactions that wait for a commit; what comes on top of them is refused with 503. */
    @WithDefault("5000")
    int queue();

    /** How many commits may be under way at a time. */
    @WithDefault("2")
    int lanes();
}
