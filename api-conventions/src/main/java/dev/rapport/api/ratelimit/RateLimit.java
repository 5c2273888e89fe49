package dev.rapport.api.ratelimit;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts a workspace's requests and says with each answer how many it has left ("RateLimit header fields for HTTP",
 * draft-ietf-httpapi-ratelimit-headers-10). Each instance counts for itself. What needs no token is not counted here.
 */
@Provider
class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String POLICY = "\"workspace\"";
    private static final String STATE = RateLimit.class.getName();
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    @Inject
    RequestBudgets budgets;

    @Inject
    CurrentMember member;

    @Inject
    ResourceInfo resource;

    private record State(long limit, ConsumptionProbe probe) {}

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || !method.isAnnotationPresent(PermissionsAllowed.class)) {
            return;
        }
        var workspace = member.workspace();
        var probe = budgets.take(workspace);
        request.setProperty(STATE, new State(budgets.limit(workspace), probe));
        if (!probe.isConsumed()) {
            throw ApiException.retryLater(
                    ProblemType.TOO_MANY_REQUESTS,
                    "Your workspace has used up its requests for the moment; Retry-After says when to go on.",
                    Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getProperty(STATE) instanceof State state) {
            answer.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            POLICY + ";q=" + state.limit + ";w="
                                    + budgets.window().toSeconds());
            answer.getHeaders()
                    .putSingle(
                            "RateLimit",
                            POLICY + ";r=" + state.probe.getRemainingTokens() + ";t="
                                    + seconds(state.probe.getNanosToWaitForReset()));
        }
    }

    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }
}
