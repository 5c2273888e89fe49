package dev.rapport.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to the first request with a key. */
record KeptAnswer(String fingerprint, int status, Map<String, String> headers, String body) {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final ObjectMapper PLAIN = new ObjectMapper();

    static KeptAnswer of(Response response, String fingerprint, ObjectMapper json) throws JsonProcessingException {
        var headers = new LinkedHashMap<String, String>();
        for (var name : response.getHeaders().keySet()) {
            headers.put(name, response.getHeaderString(name));
        }
        headers.remove("Content-Type");
        var body = response.getEntity() == null ? null : json.writeValueAsString(response.getEntity());
        return new KeptAnswer(fingerprint, response.getStatus(), headers, body);
    }

    static KeptAnswer stored(String fingerprint, int status, String headers, String body) {
        try {
            return new KeptAnswer(fingerprint, status, PLAIN.readValue(headers, HEADERS), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned malformed jsonb", e);
        }
    }

    String headersJson() {
        try {
            return PLAIN.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text is always writable", e);
        }
    }

    /** @param replayed whether this answers a repetition, which the header {@code Idempotency-Replayed} tells */
    Response response(boolean replayed) {
        var response = Response.status(status);
        headers.forEach(response::header);
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        if (body == null) {
            return response.build();
        }
        return response.entity(body)
                .type(status < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE)
                .build();
    }
}
