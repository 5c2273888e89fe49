package dev.rapport.api.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Refuses bodies over the limit of their path with a problem, by their announced length or while they are read. */
@Provider
@PreMatching
class BodyLimit implements ContainerRequestFilter, ReaderInterceptor {

    /** What an API accepts. */
    @ConfigMapping(prefix = "rapport.api")
    interface Config {
        /** The largest body: room for a batch of 1,000 items of 4 KiB. */
        @WithDefault("4M")
        MemorySize maxBody();

        /** The largest body of paths that take other ones, such as uploads: by the whole path. */
        Map<String, MemorySize> largerBodies();
    }

    private static final String LIMIT = BodyLimit.class.getName();

    private final Instance<Config> config;

    /** Filters are made before the configuration of the run is known, so it is asked for with each request. */
    @Inject
    BodyLimit(Instance<Config> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = limit(request.getUriInfo().getPath());
        request.setProperty(LIMIT, limit);
        if (announced(request) > limit) {
            throw tooLarge(limit);
        }
    }

    /** Counts what is really read: not in the filter, where an endpoint that does not block could not read it any more. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Bounded(body.getInputStream(), (long) body.getProperty(LIMIT)));
        return body.proceed();
    }

    private long limit(String path) {
        var larger = config.get().largerBodies().get(path);
        return (larger == null ? config.get().maxBody() : larger).asLongValue();
    }

    /** Not {@link ContainerRequestContext#getLength()}, which has no room for more than 2 GiB; 0 when nothing is announced. */
    private static long announced(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
    }

    private static ApiException tooLarge(long limit) {
        return ApiException.of(ProblemType.BODY_TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long read;

        Bounded(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
