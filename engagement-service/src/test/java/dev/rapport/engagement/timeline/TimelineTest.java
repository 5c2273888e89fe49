package dev.rapport.engagement.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class TimelineTest {

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldShowInteractionsAndSignalsInOneOrderPageByPage() {
        // Given
        var jane = workspace.contact("alex");
        var all = new ArrayList<String>();
        for (int day = 1; day <= 9; day++) {
            all.add(0, day % 2 == 0 ? signal(jane, "Number " + day, day) : call(jane, day));
        }
        signal(jane, "The number 8", 9);
        workspace.as("alex").delete("/v1/interactions/" + call(jane, 5)).then().statusCode(204);

        // Then
        assertThat(pages(jane, "")).containsExactlyElementsOf(all);
        assertThat(pages(jane, "type=signal")).containsExactly(all.get(1), all.get(3), all.get(5), all.get(7));
        assertThat(pages(jane, "kind=milestone")).isEqualTo(pages(jane, "type=signal"));
        assertThat(pages(jane, "kind=call&since=2026-03-03T00:00:00Z&until=2026-03-07T00:00:00Z"))
                .containsExactly(all.get(4), all.get(6));
        get(jane, "limit=2")
                .then()
                .body(
                        "items.type", contains("interaction", "signal"),
                        "items.kind", contains("call", "milestone"),
                        "items[0].direction", equalTo("OUTBOUND"),
                        "items[0].title", equalTo("Subject 9"),
                        "items[1].title", equalTo("Number 8"),
                        "items[1].at", equalTo("2026-03-08T00:00:00Z"));
        get(jane, "kind=tweet").then().statusCode(400).body("violations.field", contains("kind"));
        get(jane, "type=post").then().statusCode(400);
        get(jane, "cursor=x").then().statusCode(400);
        get(UUID.randomUUID(), "").then().statusCode(404);
    }

    @Test
    void shouldShowWhatIsOfMergedContactsToTheirSurvivorAndSendOthersThere() {
        // Given
        var survivor = workspace.contact("alex");
        var old = workspace.contact("bea");
        var calls = List.of(call(survivor, 1), call(old, 3));
        var signals = List.of(signal(survivor, "Won a prize", 2), signal(old, "Finished a marathon", 4));

        // When
        workspace.merge(old, 2, survivor);
        await().atMost(Duration.ofSeconds(20)).until(() -> get(old, "").statusCode() == 308);

        // Then
        assertThat(get(old, "").header("Location")).isEqualTo("/v1/timeline/" + survivor);
        assertThat(pages(survivor, "")).containsExactly(signals.get(1), calls.get(1), signals.get(0), calls.get(0));

        // And when the merge is undone
        workspace.change(old, 3, "bea");
        assertThat(pages(survivor, "")).containsExactly(signals.get(0), calls.get(0));
        assertThat(pages(old, "")).containsExactly(signals.get(1), calls.get(1));
    }

    private String call(UUID contact, int day) {
        return workspace
                .record(Map.of(
                        "contactId",
                        contact,
                        "kind",
                        "call",
                        "direction",
                        "OUTBOUND",
                        "subject",
                        "Subject " + day,
                        "occurredAt",
                        "2026-03-0" + day + "T00:00:00Z"))
                .toString();
    }

    private String signal(UUID contact, String title, int day) {
        return workspace
                .as("alex")
                .body(Map.of(
                        "contactId",
                        contact,
                        "kind",
                        "milestone",
                        "title",
                        title,
                        "publishedAt",
                        "2026-03-0" + day + "T00:00:00Z"))
                .post("/v1/signals")
                .path("id");
    }

    private List<String> pages(UUID contact, String query) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var page = get(contact, "limit=2" + and(query) + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(page.statusCode()).isEqualTo(200);
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }

    private Response get(UUID contact, String query) {
        return workspace
                .as("alex")
                .redirects()
                .follow(false)
                .get("/v1/timeline/" + contact + (query.isEmpty() ? "" : "?" + query));
    }

    private static String and(String query) {
        return query.isEmpty() ? "" : "&" + query;
    }
}
