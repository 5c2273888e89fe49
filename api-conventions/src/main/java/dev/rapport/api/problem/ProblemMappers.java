package dev.rapport.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    /** SQLSTATE classes that say "not now": connection, resources, operator intervention, system error. */
    private static final Set<String> DATABASE_AWAY = Set.of("08", "53", "57", "58");

    @ServerExceptionMapper
    public Response refused(ApiException e) {
        var response = answer(e.problem());
        e.retryAfter().ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
        return response.build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return answer(Problem.invalid(Violations.of(e))).build();
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e) {
        return answer(JsonFaults.problem(e)).build();
    }

    @ServerExceptionMapper
    public Response malformed(JsonProcessingException e) {
        return answer(JsonFaults.problem(e)).build();
    }

    @Priority(Priorities.AUTHENTICATION)
    @ServerExceptionMapper
    public Response tokenRejected(AuthenticationFailedException e) {
        return unauthenticated("The bearer token is not valid: it may be expired, malformed or meant for others.");
    }

    @Priority(Priorities.AUTHENTICATION)
    @ServerExceptionMapper
    public Response noToken(UnauthorizedException e) {
        return unauthenticated("Send a token: Authorization: Bearer <token>.");
    }

    @Priority(Priorities.AUTHENTICATION)
    @ServerExceptionMapper
    public Response scopeMissing(ForbiddenException e) {
        return answer(Problem.of(ProblemType.FORBIDDEN, "The token lacks the scope that this operation asks for."))
                .build();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(JsonFaults.problem(json)).build();
        }
        if (e instanceof InvalidParameter parameter) {
            return answer(parameter.problem()).build();
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        var response = answer(HttpFaults.problem(status));
        var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow)).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Exception e, ContainerRequestContext request) {
        var trace = UUID.randomUUID().toString().replace("-", "");
        if (databaseAway(e)) {
            LOG.warnf("request=refused trace=%s cause=%s", trace, e.getMessage());
            var problem = Problem.of(ProblemType.UNAVAILABLE, "The database does not answer. Try again in a moment.");
            return answer(problem.traced(trace))
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        LOG.errorf(e, "request=failed trace=%s method=%s", trace, request.getMethod());
        var problem = Problem.of(ProblemType.INTERNAL_ERROR, "This is our fault. Name the traceId when you report it.");
        return answer(problem.traced(trace)).build();
    }

    private static Response unauthenticated(String detail) {
        return answer(Problem.of(ProblemType.UNAUTHENTICATED, detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static boolean databaseAway(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null || DATABASE_AWAY.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
