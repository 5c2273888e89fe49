package dev.rapport.notifier.channel;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.notifier.preference.Language;
import dev.rapport.notifier.preference.Languages;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Signed links, for whoever holds them. Programs that look at the links of a mail get a page and change nothing; a mail
 * reader's one-click unsubscription (RFC 8058) and a person's click on the page's button post.
 */
@Path("/l/{token}")
@Blocking
class LinkResource {

    @Inject
    SignedLinks links;

    @Inject
    OnBehalf onBehalf;

    @Inject
    Languages languages;

    @Inject
    @All
    List<LinkHandler> handlers;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(hidden = true)
    public Response offer(@PathParam("token") String token) throws SQLException {
        return answer(token, false);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response act(@PathParam("token") String token) throws SQLException {
        return answer(token, true);
    }

    private Response answer(String token, boolean act) throws SQLException {
        try {
            var link = links.read(token);
            var handler = handler(link.action());
            return page(200, onBehalf.of(link.member(), () -> {
                var words = LinkWords.in(languages.current());
                return act ? handler.act(link, words) : handler.offer(link, words);
            }));
        } catch (ApiException e) {
            if (!wantsPage()) {
                throw e;
            }
            return page(
                    e.problem().status(),
                    LinkWords.in(Language.EN)
                            .told(e.problem().title(), e.problem().detail()));
        }
    }

    private LinkHandler handler(LinkAction action) {
        return handlers.stream()
                .filter(it -> it.action() == action)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing carries out " + action));
    }

    /** A program that asks for JSON gets its problems as JSON; everything else, a mail reader too, gets a page. */
    private boolean wantsPage() {
        return headers.getAcceptableMediaTypes().stream()
                .noneMatch(type -> type.getSubtype().endsWith("json"));
    }

    /** The token is a secret: it must not be kept, passed on with a referrer, or indexed. */
    private static Response page(int status, LinkPage page) {
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .entity(page.html())
                .build();
    }
}
