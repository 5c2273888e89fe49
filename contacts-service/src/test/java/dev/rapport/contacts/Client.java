package dev.rapport.contacts;

import static io.restassured.RestAssured.given;

import dev.rapport.stack.StackTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A member of a workspace who uses the API over HTTP. */
public record Client(String workspace, String member, String token) {

    public static final String CONTACTS = "/v1/contacts";

    /** A member of a workspace that nobody has used yet. */
    public static Client inNewWorkspace() {
        return of("ws-" + UUID.randomUUID(), "alex");
    }

    public static Client of(String workspace, String member) {
        var token = StackTestResource.token(workspace, member, "contacts:read", "contacts:write");
        return new Client(workspace, member, token);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    public Response post(Object body) {
        return request().contentType(ContentType.JSON).body(body).post(CONTACTS);
    }

    public Response batch(Object body) {
        return request().contentType(ContentType.JSON).body(body).post(CONTACTS + "/batch");
    }

    public Response get(String id) {
        return request().get(CONTACTS + "/" + id);
    }

    public Response patch(String id, String etag, Object body) {
        return request()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(body)
                .patch(CONTACTS + "/" + id);
    }

    public Response delete(String id, String etag) {
        return request().header("If-Match", etag).delete(CONTACTS + "/" + id);
    }

    /** Adds a contact and returns its id. */
    public String add(Map<String, ?> contact) {
        return post(contact).then().statusCode(201).extract().path("id");
    }

    /** Adds contacts in one batch and returns their ids. */
    public List<String> add(List<? extends Map<String, ?>> contacts) {
        return batch(Map.of("items", contacts))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("results.id", String.class);
    }

    /** One page of the list. */
    public JsonPath page(Map<String, ?> parameters) {
        return request()
                .queryParams(parameters)
                .get(CONTACTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The ids of a list, walked to its end. */
    public List<String> walk(Map<String, Object> parameters) {
        var ids = new ArrayList<String>();
        var query = new HashMap<>(parameters);
        while (true) {
            var page = page(query);
            ids.addAll(page.getList("items.id", String.class));
            if (page.getString("next") == null) {
                return ids;
            }
            query.put("cursor", page.getString("next"));
        }
    }
}
