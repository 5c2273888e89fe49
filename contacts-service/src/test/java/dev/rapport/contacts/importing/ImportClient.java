package dev.rapport.contacts.importing;

import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Client;
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
public record ImportClient(Client client) {

    public static final String IMPORTS = "/v1/contact-imports";
    public static final String NDJSON = "application/x-ndjson";

    private static final Duration LONGEST = Duration.ofMinutes(3);

    public static ImportClient inNewWorkspace() {
        return new ImportClient(Client.inNewWorkspace());
    }

    /** Sends a file. */
    public Response send(String mediaType, byte[] file, Map<String, ?> parameters) {
        return client.request()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(mediaType)
                .queryParams(parameters)
                .body(file)
                .post(IMPORTS);
    }

    /** Sends lines of NDJSON; returns the import's id. */
    public String start(String lines, Map<String, ?> parameters) {
        return send(NDJSON, lines.getBytes(StandardCharsets.UTF_8), parameters)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Imports lines of NDJSON to the end. */
    public JsonPath run(String lines, Map<String, ?> parameters) {
        return ended(start(lines, parameters));
    }

    public JsonPath run(String lines) {
        return run(lines, Map.of());
    }

    /** The import when it is over. */
    public JsonPath ended(String id) {
        return await().atMost(LONGEST).until(() -> get(id), it -> it.getString("endedAt") != null);
    }

    public JsonPath get(String id) {
        return client.request()
                .get(IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** All problems that are kept of an import. */
    public List<Map<String, Object>> problems(String id) {
        var problems = new ArrayList<Map<String, Object>>();
        var query = new HashMap<String, Object>(Map.of("limit", 200));
        while (true) {
            var page = client.request()
                    .queryParams(query)
                    .get(IMPORTS + "/" + id + "/problems")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            problems.addAll(page.getList("items"));
            if (page.getString("next") == null) {
                return problems;
            }
            query.put("cursor", page.getString("next"));
        }
    }

    /** Every contact of the workspace, oldest first. */
    public List<Map<String, Object>> contacts() {
        var contacts = new ArrayList<Map<String, Object>>();
        var query = new HashMap<String, Object>(Map.of("limit", 200, "sort", "created"));
        while (true) {
            var page = client.page(query);
            contacts.addAll(page.getList("items"));
            if (page.getString("next") == null) {
                return contacts;
            }
            query.put("cursor", page.getString("next"));
        }
    }
}
