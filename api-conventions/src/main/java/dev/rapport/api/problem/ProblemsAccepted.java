package dev.rapport.api.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets clients name {@code application/problem+json} alone in {@code Accept}, as generated ones do for operations whose
 * success has no body: no operation produces it, but every error is one.
 */
@Provider
@PreMatching
class ProblemsAccepted implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (Problem.MEDIA_TYPE.equals(accept)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, accept + ", " + MediaType.WILDCARD + ";q=0.1");
        }
    }
}
