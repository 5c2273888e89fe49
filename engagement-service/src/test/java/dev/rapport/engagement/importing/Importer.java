package dev.rapport.engagement.importing;

import static org.awaitility.Awaitility.await;

import dev.rapport.engagement.Workspace;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member who imports files over HTTP, and waits for what becomes of them. */
record Importer(Workspace workspace, String member) {

    static final String IMPORTS = "/v1/engagement-imports";
    static final String NDJSON = "application/x-ndjson";
    static final String MBOX = "application/mbox";
    static final String ICS = "text/calendar";

    private static final Duration LONGEST = Duration.ofMinutes(3);

    static Importer inNewWorkspace() {
        return new Importer(Workspace.create(), "alex");
    }

    /** Sends a file. */
    Response send(String mediaType, byte[] file, Map<String, ?> parameters) {
        return workspace
                .as(member)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(mediaType)
                .queryParams(parameters)
                .body(file)
                .post(IMPORTS);
    }

    Response send(String mediaType, String file, Map<String, ?> parameters) {
        return send(mediaType, file.getBytes(StandardCharsets.UTF_8), parameters);
    }

    /** Sends a file that is taken; returns the import's id. */
    String start(String mediaType, String file, Map<String, ?> parameters) {
        return send(mediaType, file, parameters)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Imports a file to the end. */
    JsonPath run(String mediaType, String file, Map<String, ?> parameters) {
        return ended(start(mediaType, file, parameters));
    }

    /** The import when it is over. */
    JsonPath ended(String id) {
        return await().atMost(LONGEST).until(() -> get(id), it -> it.getString("endedAt") != null);
    }

    JsonPath get(String id) {
        return workspace
                .as(member)
                .get(IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** All {@code problems} or {@code ignored} that are kept of an import. */
    List<Map<String, Object>> all(String what, String id) {
        var all = new ArrayList<Map<String, Object>>();
        var query = new HashMap<String, Object>(Map.of("limit", 200));
        while (true) {
            var page = workspace
                    .as(member)
                    .queryParams(query)
                    .get(IMPORTS + "/" + id + "/" + what)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            if (page.getString("next") == null) {
                return all;
            }
            query.put("cursor", page.getString("next"));
        }
    }

    /** The interactions of a contact, newest first, at most 200. */
    List<Map<String, Object>> interactions(Object contact) {
        return workspace
                .as(member)
                .queryParams(Map.of("contact", contact, "limit", 200))
                .get("/v1/interactions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The counts of an import: created, changed, unchanged, ignored, rejected. */
    static List<Integer> counts(JsonPath it) {
        return List.of(
                it.getInt("counts.created"),
                it.getInt("counts.changed"),
                it.getInt("counts.unchanged"),
                it.getInt("counts.ignored"),
                it.getInt("counts.rejected"));
    }
}
