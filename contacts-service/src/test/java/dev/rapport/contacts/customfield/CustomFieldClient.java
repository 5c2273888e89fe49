package dev.rapport.contacts.customfield;

import dev.rapport.contacts.Client;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A member who uses custom fields over HTTP. */
record CustomFieldClient(Client member) {

    static final String FIELDS = "/v1/custom-fields";

    static CustomFieldClient inNewWorkspace() {
        return new CustomFieldClient(Client.inNewWorkspace());
    }

    Response put(String key, Object body) {
        return member.request().contentType(ContentType.JSON).body(body).put(FIELDS + "/{key}", key);
    }

    /** Defines a field without choices. */
    Response define(String key, String type) {
        return put(key, Map.of("name", key, "type", type));
    }

    Response choose(String key, String... choices) {
        return put(key, Map.of("name", key, "type", "choice", "choices", List.of(choices)));
    }

    Response delete(String key) {
        return member.request().delete(FIELDS + "/{key}", key);
    }

    Response list() {
        return member.request().queryParam("limit", 200).get(FIELDS);
    }

    /** Adds a contact with these values; they are JSON. */
    Response addWith(String values) {
        return member.post("{\"displayName\": \"Jane\", \"customFields\": " + values + "}");
    }
}
