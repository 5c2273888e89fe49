package dev.rapport.contacts.merging;

import dev.rapport.contacts.Client;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member who merges contacts over HTTP. */
record MergeClient(Client member) {

    static MergeClient inNewWorkspace() {
        return new MergeClient(Client.inNewWorkspace());
    }

    Response merge(String survivor, Object body) {
        return member.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post(Client.CONTACTS + "/" + survivor + "/merge");
    }

    /** Merges them and returns the id of the merge. */
    String merged(String survivor, String... others) {
        return merge(survivor, Map.of("contacts", List.of(others)))
                .then()
                .statusCode(200)
                .extract()
                .path("mergeId");
    }

    Response undo(String merge) {
        return member.request().delete("/v1/merges/" + merge);
    }

    /** A contact as it is shown, but for what every change changes. */
    Map<String, Object> contact(String id) {
        Map<String, Object> contact = new HashMap<>(
                member.get(id).then().statusCode(200).extract().jsonPath().getMap(""));
        contact.remove("version");
        contact.remove("updatedAt");
        return contact;
    }
}
