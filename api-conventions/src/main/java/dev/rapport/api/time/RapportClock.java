package dev.rapport.api.time;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Produces the clock that all code asks for the time. */
@ApplicationScoped
class RapportClock {

    private static final Logger LOG = Logger.getLogger(RapportClock.class);

    /** Where time comes from. */
    @ConfigMapping(prefix = "rapport.clock")
    interface Config {
        /**
         * A file that holds an ISO-8601 duration, such as {@code P14D}, by which this service's clock runs ahead of the
         * system's. For tests and demonstrations; not set in production.
         */
        Optional<Path> offsetFile();
    }

    @Produces
    @Singleton
    Clock clock(Config config) {
        if (config.offsetFile().isEmpty()) {
            return Clock.systemUTC();
        }
        LOG.infof("clock=adjustable file=%s", config.offsetFile().get());
        return new OffsetClock(Clock.systemUTC(), config.offsetFile().get());
    }
}
