package dev.rapport.notifier;

import static io.restassured.RestAssured.given;

import dev.rapport.notifier.preference.ChannelChoices;
import dev.rapport.stack.StackTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** The REST API as a member of a workspace sees it. */
public record Api(String workspace, String member) {

    /** A member named alex of a workspace of its own. */
    public static Api ofNewWorkspace() {
        return new Api("w-" + UUID.randomUUID(), "alex");
    }

    public RequestSpecification as(String... scopes) {
        return given().auth()
                .oauth2(StackTestResource.token(workspace, member, scopes))
                .contentType("application/json");
    }

    public RequestSpecification call() {
        return as("notifier:read", "notifier:write");
    }

    public JsonPath get(String path) {
        return call().get(path).then().statusCode(200).extract().jsonPath();
    }

    public JsonPath post(String path, String body) {
        return call().body(body).post(path).then().statusCode(200).extract().jsonPath();
    }

    /** Replaces the member's preferences. Unless they say otherwise, nothing is held back by night and all is mailed. */
    public void prefer(String body) {
        var preferences = new JsonObject(body);
        if (!preferences.containsKey("quietHours")) {
            preferences.put("quietHours", new JsonObject().put("from", "00:00").put("to", "00:00"));
        }
        if (!preferences.containsKey("channels")) {
            var channels = new JsonObject();
            ChannelChoices.KINDS.forEach(kind -> channels.put(kind, List.of("email")));
            preferences.put("channels", channels);
        }
        call().body(preferences.encode()).put("/v1/preferences").then().statusCode(200);
    }
}
