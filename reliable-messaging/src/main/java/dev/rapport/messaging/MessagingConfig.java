package dev.rapport.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How a service takes part in the exchange of events. */
@ConfigMapping(prefix = "rapport.messaging")
interface MessagingConfig {

    /** Partitions of topics that this service finds missing: the most instances that can share a service's work. */
    @WithDefault("6")
    int partitions();

    /** Replicas of topics that this service finds missing; the broker's default when not set. */
    Optional<Short> replicas();

    /** How often the relay looks for events that other instances committed. */
    @WithDefault("1s")
    Duration relayPoll();

    /** How long applied event ids are remembered; longer than the topics of facts keep their messages. */
    @WithDefault("30d")
    Duration inboxMemory();
}
