package dev.rapport.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs a POST once per key: key, effect and answer are one transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    /** A structured string, as the IETF draft writes it, or the bare key, as most clients send it. */
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    CurrentMember member;

    @Inject
    IdempotencyKeys keys;

    @Inject
    ObjectMapper json;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var header = headers.getHeaderString(HEADER);
        if (header == null) {
            return call.proceed();
        }
        var key = key(header);
        var fingerprint = Fingerprint.of(request(call));
        return QuarkusTransaction.joiningExisting().call(() -> runOrReplay(call, key, fingerprint));
    }

    private Response runOrReplay(InvocationContext call, String key, String fingerprint) throws Exception {
        var workspace = member.workspace();
        if (!keys.lock(workspace, key)) {
            throw ApiException.retryLater(
                    ProblemType.REQUEST_IN_PROGRESS,
                    "Wait for its answer, or repeat this request.",
                    Duration.ofSeconds(1));
        }
        var kept = keys.find(workspace, key);
        if (kept.isEmpty()) {
            var answer = KeptAnswer.of((Response) call.proceed(), fingerprint, json);
            keys.keep(workspace, key, answer);
            return answer.response(false);
        }
        if (!kept.get().fingerprint().equals(fingerprint)) {
            throw ApiException.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key came with a different request before. Use a new key.");
        }
        return kept.get().response(true);
    }

    private List<String> request(InvocationContext call) throws JsonProcessingException {
        var parts = new ArrayList<>(List.of(member.id(), uri.getRequestUri().getPath()));
        for (var parameter : call.getParameters()) {
            parts.add(json.writeValueAsString(parameter));
        }
        return parts;
    }

    private static String key(String header) {
        var bare = header.strip();
        if (bare.length() > 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (!KEY.matcher(bare).matches()) {
            throw ApiException.invalid(HEADER, "must be 1 to 255 visible ASCII characters, for example a UUID");
        }
        return bare;
    }
}
