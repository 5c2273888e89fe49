package dev.rapport.api.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToLongFunction;

/**
 * A token bucket for each workspace: a request takes one token, and tokens flow back evenly. Buckets that are full again are
 * forgotten, so that memory goes with the workspaces that are active.
 */
final class WorkspaceLimits {

    /** How many buckets may be kept before those that are full are looked for. */
    private static final int SWEEP_ABOVE = 10_000;

    private final Duration window;
    private final ToLongFunction<String> requests;
    private final TimeMeter time;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param window in which as many requests flow back as there may be at once
     * @param requests how many that is for a workspace
     */
    WorkspaceLimits(Duration window, ToLongFunction<String> requests, TimeMeter time) {
        this.window = window;
        this.requests = requests;
        this.time = time;
    }

    /** How many requests of a workspace the window holds. */
    long limit(String workspace) {
        return requests.applyAsLong(workspace);
    }

    /** Takes one request from what a workspace has left, if there is any. */
    ConsumptionProbe take(String workspace) {
        if (buckets.size() > SWEEP_ABOVE) {
            buckets.entrySet().removeIf(it -> it.getValue().getAvailableTokens() >= limit(it.getKey()));
        }
        return buckets.computeIfAbsent(workspace, this::bucket).tryConsumeAndReturnRemaining(1);
    }

    private Bucket bucket(String workspace) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(limit(workspace)).refillGreedy(limit(workspace), window))
                .withCustomTimePrecision(time)
                .build();
    }
}
