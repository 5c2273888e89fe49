package dev.rapport.api.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The limits as configured. Filters are made before the configuration of the run is known, so they ask this bean. */
@ApplicationScoped
class RequestBudgets {

    @Inject
    RateLimitConfig config;

    private WorkspaceLimits limits;

    @PostConstruct
    void open() {
        limits = new WorkspaceLimits(
                config.window(),
                workspace -> config.workspaces().getOrDefault(workspace, config.requests()),
                TimeMeter.SYSTEM_NANOTIME);
    }

    /** In which time as many requests flow back as there may be at once. */
    Duration window() {
        return config.window();
    }

    /** How many requests of a workspace the window holds. */
    long limit(String workspace) {
        return limits.limit(workspace);
    }

    /** Takes one request from what a workspace has left, if there is any. */
    ConsumptionProbe take(String workspace) {
        return limits.take(workspace);
    }
}
