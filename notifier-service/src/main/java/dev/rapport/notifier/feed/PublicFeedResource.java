package dev.rapport.notifier.feed;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.Member;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Feeds, for programs that know no more than their address. */
@Path("/feeds")
@Blocking
class PublicFeedResource {

    @Inject
    Feeds feeds;

    @Inject
    ReminderCalendar calendar;

    @Inject
    EditionFeed editions;

    @GET
    @Path("/{token}.ics")
    @Operation(hidden = true)
    public Response calendar(@PathParam("token") String token, @Context Request request) throws SQLException {
        var owner = owner(token, FeedKind.REMINDERS_ICAL);
        return answer(calendar.of(owner), "text/calendar; charset=utf-8", request);
    }

    @GET
    @Path("/{token}.atom")
    @Operation(hidden = true)
    public Response atom(@PathParam("token") String token, @Context Request request) throws SQLException {
        var owner = owner(token, FeedKind.EDITIONS_ATOM);
        return answer(editions.of(owner), "application/atom+xml; charset=utf-8", request);
    }

    private Member owner(String token, FeedKind kind) throws SQLException {
        var read = FeedToken.of(token);
        var owner = read.isPresent() ? feeds.owner(read.get(), kind) : java.util.Optional.<Member>empty();
        return owner.orElseThrow(
                () -> ApiException.of(ProblemType.NOT_FOUND, "There is no such feed. It may have been revoked."));
    }

    private static Response answer(String text, String type, Request request) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(body, type) : unchanged;
        return answer.tag(tag)
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
