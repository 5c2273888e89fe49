package dev.rapport.contacts.circle;

import dev.rapport.contacts.Client;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** A member who uses circles over HTTP. */
record CircleClient(Client member) {

    static final String CIRCLES = "/v1/circles";

    static CircleClient inNewWorkspace() {
        return new CircleClient(Client.inNewWorkspace());
    }

    Response post(Object body) {
        return member.request().contentType(ContentType.JSON).body(body).post(CIRCLES);
    }

    /** Adds a circle and returns its id. */
    String add(Map<String, ?> circle) {
        return post(circle).then().statusCode(201).extract().path("id");
    }

    Response get(String id) {
        return member.request().get(CIRCLES + "/" + id);
    }

    Response patch(String id, String etag, Object body) {
        return member.request()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", etag)
                .body(body)
                .patch(CIRCLES + "/" + id);
    }

    Response put(String id, String etag, Object body) {
        return member.request()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(body)
                .put(CIRCLES + "/" + id);
    }

    Response delete(String id, String etag) {
        return member.request().header("If-Match", etag).delete(CIRCLES + "/" + id);
    }

    Response members(String id, Map<String, ?> query) {
        return member.request().queryParams(query).get(CIRCLES + "/" + id + "/members");
    }

    Response changeMembers(String id, Object body) {
        return member.request().contentType(ContentType.JSON).body(body).post(CIRCLES + "/" + id + "/members");
    }

    Response putMember(String id, String contact) {
        return member.request().put(CIRCLES + "/" + id + "/members/" + contact);
    }

    Response deleteMember(String id, String contact) {
        return member.request().delete(CIRCLES + "/" + id + "/members/" + contact);
    }
}
