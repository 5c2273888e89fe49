package dev.rapport.contacts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Client;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client that keeps up with a workspace: it polls, and gives back the token of the answer before. */
public final class Follower {

    private final Client client;
    private final int limit;
    private final List<Map<String, Object>> items = new ArrayList<>();
    private String token;

    private Follower(Client client, String token, int limit) {
        this.client = client;
        this.token = token;
        this.limit = limit;
    }

    public static Follower fromTheStart(Client client, int limit) {
        return new Follower(client, null, limit);
    }

    public static Follower fromNow(Client client) {
        var answer = read(client, "now", 50).then().statusCode(200).extract().jsonPath();
        assertThat(answer.getList("items")).isEmpty();
        return new Follower(client, answer.getString("next"), 50);
    }

    static Response read(Client client, String since, int limit) {
        var request = client.request().queryParam("limit", limit);
        return (since == null ? request : request.queryParam("since", since)).get(Client.CONTACTS + "/changes");
    }

    /** One request; returns whether there is more to read at once. */
    public boolean poll() {
        JsonPath answer =
                read(client, token, limit).then().statusCode(200).extract().jsonPath();
        List<Map<String, Object>> news = answer.getList("items");
        assertThat(news).hasSizeLessThanOrEqualTo(limit);
        items.addAll(news);
        token = answer.getString("next");
        return answer.getBoolean("more");
    }

    /** Polls until that many changes have come, which other writers of the database may hold back for a moment. */
    public List<Map<String, Object>> until(int count) {
        await().until(() -> {
            while (poll()) {
                assertThat(items).hasSizeLessThanOrEqualTo(count);
            }
            return items.size() >= count;
        });
        assertThat(items).hasSize(count);
        return items;
    }

    /** What has come up to now. */
    public List<Map<String, Object>> items() {
        return items;
    }

    public String token() {
        return token;
    }
}
