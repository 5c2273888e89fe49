package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.events.SignalKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EngagementTest
class SignalResourceTest {

    private final Workspace workspace = Workspace.create();
    private final SignalStory story = new SignalStory(workspace);

    @Test
    void shouldTellOnceWhatASourceTellsOftenAndAgainWhatItTellsOtherwise() {
        // Given
        var jane = workspace.contact("bea", "linkedin:jane-doe");
        var body = new HashMap<String, Object>(Map.of(
                "address",
                "LinkedIn:Jane-Doe",
                "kind",
                "promotion",
                "title",
                "Jane is Head of Design at Acme",
                "link",
                "https://news.example.org/1",
                "topics",
                List.of("design", "a \"quoted\" \\ topic"),
                "publishedAt",
                "2026-03-01T09:30:00Z",
                "organization",
                "Acme",
                "position",
                "Head of Design",
                "source",
                "news",
                "externalId",
                "1"));

        // When
        var id = story.add(body);
        story.post(body).statusCode(200).body("id", equalTo(id.toString()), "revision", equalTo(1));
        workspace.as("alex").body(Map.of("title", "Corrected by a member")).patch("/v1/signals/" + id);
        story.post(body).statusCode(200).body("title", equalTo("Corrected by a member"), "revision", equalTo(2));
        body.put("title", "Jane is Head of Product Design at Acme");
        story.post(body).statusCode(200).body("title", equalTo(body.get("title")), "revision", equalTo(3));

        // Then
        story.get(id)
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body(
                        "matched", equalTo(true),
                        "contactId", equalTo(jane.toString()),
                        "owner", equalTo("bea"),
                        "topics", equalTo(body.get("topics")),
                        "publishedAt", equalTo("2026-03-01T09:30:00Z"));
        story.awaitStanding(id);
        assertThat(story.told()).hasSize(3).last().isInstanceOfSatisfying(SignalSeen.class, seen -> {
            assertThat(seen.revision()).isEqualTo(3);
            assertThat(seen.contactId()).isEqualTo(jane);
            assertThat(seen.owner()).isEqualTo("bea");
            assertThat(seen.kind()).isEqualTo(SignalKind.PROMOTION);
            assertThat(seen.title()).isEqualTo("Jane is Head of Product Design at Acme");
            assertThat(seen.publishedAt()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
        });
    }

    @Test
    void shouldRetractForGoodUntilItIsRestored() {
        // Given
        var jane = workspace.contact("alex");
        var body = SignalStory.promotion(jane, "Jane is Head of Design", "news");
        var id = story.add(body);
        story.awaitStanding(id);

        // When retracted, twice, and sent again by its source
        story.retract(id);
        story.retract(id);
        body.put("title", "Jane is Head of Something Else");
        body.put("externalId", "Jane is Head of Design");
        story.post(body).statusCode(200);

        // Then
        story.get(id).statusCode(404);
        assertThat(story.list(jane)).isEmpty();
        story.awaitStanding();
        assertThat(story.told()).hasSize(2).last().isInstanceOf(SignalRetracted.class);

        // And when restored, twice
        for (int i = 0; i < 2; i++) {
            workspace.as("alex").post("/v1/signals/" + id + "/restore").then().statusCode(200);
        }
        story.awaitStanding(id);
        story.get(id).statusCode(200).body("title", equalTo("Jane is Head of Design"));
        assertThat(story.told()).hasSize(3);
    }

    @Test
    void shouldMoveToTheContactThatAPatchNames() {
        // Given
        var jane = workspace.contact("alex");
        var joe = workspace.contact("bea", "joe@example.org");
        var id = story.add(SignalStory.promotion(jane, "Promoted to VP", "news"));
        story.awaitStanding(id);

        // When
        workspace
                .as("alex")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"address\": \"Joe@Example.org\", \"topics\": [\"sales\"]}")
                .patch("/v1/signals/" + id)
                .then()
                .statusCode(200)
                .body("contactId", equalTo(joe.toString()), "owner", equalTo("bea"), "topics", contains("sales"));

        // Then
        story.awaitStanding(id);
        assertThat(story.told().stream().filter(it -> it.contactId().equals(jane)))
                .hasSize(2)
                .last()
                .isInstanceOf(SignalRetracted.class);
        assertThat(story.list(jane)).isEmpty();
        assertThat(story.list(joe)).containsExactly(id.toString());
        for (var patch :
                List.of("{\"source\": \"x\"}", "{\"title\": null}", "{\"kind\": \"other\"}", "{\"a\": 1}", "[]")) {
            workspace.as("alex").body(patch).patch("/v1/signals/" + id).then().statusCode(400);
        }
        workspace
                .as("alex")
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"late\"}")
                .patch("/v1/signals/" + id)
                .then()
                .statusCode(412);
        workspace
                .as("alex")
                .header("If-Match", "\"1\"")
                .delete("/v1/signals/" + id)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, other, kind",
        "kind, tweet, kind",
        "title, '', title",
        "link, javascript:alert(1), link",
        "publishedAt, 1899-12-31T23:59:59Z, publishedAt",
        "publishedAt, 2126-01-01T00:00:00Z, publishedAt",
        "address, jane@example.org, contactId",
        "source, contacts, source",
        "source, , externalId",
        "unknown, 1, unknown"
    })
    void shouldNameTheFieldThatIsWrong(String field, String value, String named) {
        var body = SignalStory.promotion(UUID.randomUUID(), "Promoted", "news");
        body.put(field, value);
        story.post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(named));
    }

    @Test
    void shouldAnswerOneResultPerItemOfABatch() {
        var jane = workspace.contact("alex");
        var good = SignalStory.promotion(jane, "Promoted to VP", "news");
        var same = SignalStory.promotion(jane, "Jane was promoted to Vice President", "crm");
        var bad = new HashMap<>(good);
        bad.remove("title");

        var results = workspace
                .as("alex")
                .header("Idempotency-Key", "once")
                .body(Map.of("items", List.of(good, good, bad, 7, same)))
                .post("/v1/signals/batch")
                .then()
                .statusCode(200)
                .body(
                        "accepted", equalTo(2),
                        "duplicates", equalTo(1),
                        "rejected", equalTo(2),
                        "results.status", contains(201, 200, 400, 400, 201),
                        "results[2].problem.violations[0].field", equalTo("title"))
                .extract();

        String first = results.path("results[0].id");
        assertThat(results.<String>path("results[4].sameAs")).isEqualTo(first);
        story.awaitStanding(UUID.fromString(first));
        workspace
                .as("alex")
                .header("Idempotency-Key", "once")
                .body(Map.of("items", List.of(good, good, bad, 7, same)))
                .post("/v1/signals/batch")
                .then()
                .body("accepted", equalTo(2));
    }

    @Test
    void shouldListTheNewestFirstPageByPageByWhateverIsAskedFor() {
        // Given
        var jane = workspace.contact("alex");
        var joe = workspace.contact("bea");
        var ids = new ArrayList<String>();
        for (int day = 1; day <= 9; day++) {
            ids.add(
                    0,
                    story.add(Map.of(
                                    "contactId",
                                    day % 3 == 0 ? joe : jane,
                                    "kind",
                                    day % 2 == 0 ? "post" : "milestone",
                                    "title",
                                    "Number " + day,
                                    "publishedAt",
                                    "2026-03-0" + day + "T00:00:00Z"))
                            .toString());
        }
        var unmatched = story.add(Map.of(
                "address",
                "nobody@example.org",
                "kind",
                "degree",
                "title",
                "MBA",
                "publishedAt",
                "2026-02-01T00:00:00Z"));
        ids.add(unmatched.toString());

        // Then
        assertThat(pages("")).containsExactlyElementsOf(ids);
        assertThat(pages("contact=" + joe)).containsExactly(ids.get(0), ids.get(3), ids.get(6));
        assertThat(pages("owner=bea&kind=post")).containsExactly(ids.get(3));
        assertThat(pages("kind=degree")).containsExactly(unmatched.toString());
        assertThat(pages("owner=alex&since=2026-03-02T00:00:00Z&until=2026-03-07T00:00:00Z"))
                .containsExactly(ids.get(4), ids.get(5), ids.get(7));
        assertThat(pages("contact=" + jane + "&kind=post&since=-1000000-01-01T00:00:00Z"))
                .containsExactly(ids.get(1), ids.get(5), ids.get(7));
        workspace
                .as("alex")
                .get("/v1/signals?kind=tweet")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("promotion"));
        workspace.delete(joe, 2);
        assertThat(pages("")).hasSize(7);
        assertThat(pages("contact=" + joe)).isEmpty();
        story.get(UUID.fromString(ids.get(0))).statusCode(404);
    }

    @Test
    void shouldWaitForItsContactAndBelongToItsOwner() {
        // Given
        var byAddress = story.add(Map.of("address", "Jane@example.org", "kind", "birthday", "title", "Birthday"));
        story.get(byAddress)
                .body("matched", equalTo(false), "owner", nullValue(), "address", equalTo("jane@example.org"));
        assertThat(story.told()).isEmpty();

        // When
        var jane = workspace.contact("alex", "jane@example.org");
        story.awaitStanding(byAddress);
        workspace.change(jane, 2, "bea", "jane@example.org");
        workspace.awaitOwner(jane, "bea");

        // Then
        workspace
                .as("alex")
                .get("/v1/signals?owner=bea")
                .then()
                .body("items.id", contains(byAddress.toString()), "items[0].contactId", equalTo(jane.toString()));
        workspace.as("alex").get("/v1/signals?owner=alex").then().body("items", hasSize(0));
        assertThat(story.told()).hasSize(1);
    }

    private List<String> pages(String query) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var next = cursor == null ? "" : "&cursor=" + cursor;
            var page = workspace
                    .as("alex")
                    .get("/v1/signals?limit=2" + (query.isEmpty() ? "" : "&" + query) + next)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }
}
