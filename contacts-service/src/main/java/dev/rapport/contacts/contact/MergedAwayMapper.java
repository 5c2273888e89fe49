package dev.rapport.contacts.contact;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends whoever asks for a merged contact on to its survivor: the same request, at the other URL (RFC 9110, 15.4.9). */
class MergedAwayMapper {

    @ServerExceptionMapper
    Response map(MergedAway merged, UriInfo uri) {
        var member = uri.getPathParameters().getFirst("contactId");
        var asked = member == null ? uri.getPathParameters().getFirst("id") : member;
        var path = uri.getRequestUri()
                .getRawPath()
                .replace(asked, merged.survivor().toString());
        var location = uri.getRequestUriBuilder().replacePath(path).build();
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .location(location)
                .build();
    }
}
