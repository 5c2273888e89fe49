package dev.rapport.notifier;

import static io.restassured.RestAssured.given;

import dev.rapport.stack.StackTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
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

    public void prefer(String body) {
        call().body(body).put("/v1/preferences").then().statusCode(200);
    }
}
