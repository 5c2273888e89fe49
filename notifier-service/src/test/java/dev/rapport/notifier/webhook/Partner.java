package dev.rapport.notifier.webhook;

import dev.rapport.notifier.Api;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** An endpoint that a member registered, over the API. */
record Partner(Api member, String id, String secret) {

    static Partner at(Api member, String url) {
        return with(member, new JsonObject().put("url", url));
    }

    /** One that listens to reminders alone, not to how well endpoints do, its own health included. */
    static Partner ofReminders(Api member, String url) {
        return with(
                member, new JsonObject().put("url", url).put("events", new JsonArray().add(EventTypes.REMINDER_DUE)));
    }

    static Partner with(Api member, JsonObject body) {
        var made = member.call()
                .body(body.encode())
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Partner(member, made.getString("id"), made.getString("secret"));
    }

    String path() {
        return "/v1/webhooks/" + id;
    }

    String health() {
        return member.get(path()).getString("health.status");
    }

    List<String> states() {
        return member.get(path() + "/deliveries?limit=200").getList("items.state");
    }

    JsonPath deliveries() {
        return member.get(path() + "/deliveries");
    }

    /** The newest delivery with its attempts. */
    JsonPath delivery() {
        return member.get(path() + "/deliveries/" + deliveries().getString("items[0].id"));
    }

    JsonPath post(String action, String body, int status) {
        return member.call()
                .body(body)
                .post(path() + action)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    /** Queues an event as the features do, and returns its id. */
    static UUID happen(WebhookEvents events, DataSource database, Api whose, String type) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().call(() -> {
            try (var transaction = database.getConnection()) {
                events.add(
                        transaction,
                        List.of(new NewWebhookEvent(
                                whose.workspace(), id, type, Instant.now(), whose.member(), null, Map.of("n", 1))));
            }
            return null;
        });
        return id;
    }
}
