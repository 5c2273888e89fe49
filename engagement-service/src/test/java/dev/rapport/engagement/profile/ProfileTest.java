package dev.rapport.engagement.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngagementTest
class ProfileTest {

    private static final String PATH = "/v1/scoring-profile";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldBeTheDefaultWhenNothingElseWasAskedFor() {
        workspace
                .as("alex")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("active.definition.halfLife", equalTo("P14D"))
                .body("explanation", containsString("Strength halves in 14 days"));
        workspace
                .as("alex")
                .get(PATH + "/presets")
                .then()
                .body("items.name", contains("default", "email", "chat", "key-accounts", "alumni", "adaptive"))
                .body("items.sentence", everyItem(not(emptyString())));
        workspace.as("alex").get(PATH + "/versions").then().body("items", hasSize(0));
    }

    @Test
    void shouldNameEveryFieldThatIsOutOfItsRange() {
        var body = Map.of(
                "halfLife",
                "PT10M",
                "burst",
                "PT0S",
                "outboundWeight",
                0,
                "kappa",
                0,
                "driftChance",
                1,
                "kindWeights",
                Map.of("call", -1),
                "bands",
                Map.of("active", 80),
                "halfLives",
                Map.of("alex", "P4000D"));
        for (var answer : List.of(
                workspace.as("alex").header("If-Match", "\"0\"").body(body).put(PATH),
                workspace.as("alex").body(body).post(PATH + "/dry-run"))) {
            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(
                            "violations.field",
                            containsInAnyOrder(
                                    "halfLife",
                                    "burst",
                                    "outboundWeight",
                                    "kappa",
                                    "driftChance",
                                    "kindWeights.call",
                                    "bands.active",
                                    "halfLives.alex"));
        }
        for (var wrong :
                List.of("{\"preset\": \"nonsense\"}", "{\"halfLife\": \"soon\"}", "{\"kindWeights\": {\"x\": 1}}")) {
            workspace
                    .as("alex")
                    .header("If-Match", "\"0\"")
                    .body(wrong)
                    .put(PATH)
                    .then()
                    .statusCode(400)
                    .body("violations", hasSize(1));
        }
    }

    @Test
    void shouldRefuseWhenTheProfileIsNotAsExpected() {
        put(null, Map.of("preset", "chat")).then().statusCode(428);
        put("\"7\"", Map.of("preset", "chat")).then().statusCode(412);
        put("\"0\"", Map.of()).then().statusCode(200).body("version", equalTo(0));
        workspace.as("alex", "engagement:read").body(Map.of()).put(PATH).then().statusCode(403);
        workspace.as("alex", "engagement:write").get(PATH).then().statusCode(403);
        workspace.as("alex").delete(PATH + "/versions/1").then().statusCode(404);
    }

    @Test
    void shouldRankByTheNewProfileAtOnceAndGoBackWhenTheOldOneIsAskedFor() {
        // Given somebody of long ago with whom much happened, and somebody of today
        var old = workspace.contact("alex");
        var recent = workspace.contact("alex");
        for (int day = 0; day < 8; day++) {
            call(old, Duration.ofDays(20 + 2 * day));
        }
        call(recent, Duration.ofHours(1));
        workspace.awaitInteractions(old, 8);
        workspace.awaitInteractions(recent, 1);
        assertThat(ranking()).containsExactly(old.toString(), recent.toString());
        var scoreBefore = score(old);

        // When
        put("\"0\"", Map.of("preset", "chat"))
                .then()
                .statusCode(202)
                .header("Location", endsWith(PATH + "/versions/1"))
                .body("state", equalTo("building"))
                .body("createdBy", equalTo("alex"));
        awaitActive(1);

        // Then
        assertThat(ranking()).containsExactly(recent.toString(), old.toString());
        assertThat(score(old)).isLessThan(1);
        workspace.as("alex").get("/v1/relevance/" + old + "/explanation").then().body("score", lessThan(1f));

        // And back
        var tag = workspace.as("alex").get(PATH).header("ETag");
        assertThat(tag).isEqualTo("\"1\"");
        put(tag, Map.of("preset", "default")).then().statusCode(202);
        awaitActive(2);
        assertThat(score(old)).isCloseTo(scoreBefore, within(0.01));
        workspace
                .as("alex")
                .queryParam("limit", 1)
                .get(PATH + "/versions")
                .then()
                .body("items.version", contains(2))
                .body("next", not(emptyString()));
        workspace.as("alex").delete(PATH + "/versions/1").then().statusCode(409);
        Workspace.create().as("alex").get(PATH + "/versions/1").then().statusCode(404);
    }

    @Test
    void shouldTellWhoWouldMoveAndChangeNothingWhenAProfileIsTried() {
        // Given
        var old = workspace.contact("alex");
        var recent = workspace.contact("alex");
        for (int day = 0; day < 8; day++) {
            call(old, Duration.ofDays(20 + 2 * day));
        }
        call(recent, Duration.ofHours(1));
        workspace.awaitInteractions(old, 8);
        workspace.awaitInteractions(recent, 1);

        // When
        var trial = workspace
                .as("alex")
                .body(Map.of("preset", "chat"))
                .post(PATH + "/dry-run")
                .then()
                .statusCode(200);

        // Then
        trial.body("considered", equalTo(2))
                .body("moved", equalTo(2))
                .body("items.contactId", contains(recent.toString(), old.toString()))
                .body("items.rankBefore", contains(2, 1))
                .body("items.rankAfter", contains(1, 2))
                .body("items[1].bandBefore", equalTo("warm"))
                .body("items[1].bandAfter", equalTo("dormant"))
                .body("bandChanges.findAll { it.from == 'warm' && it.to == 'dormant' }.contacts", contains(1));
        workspace.as("alex").get(PATH).then().header("ETag", "\"0\"");
        assertThat(ranking()).containsExactly(old.toString(), recent.toString());
    }

    @Test
    void shouldFollowEachOwnersRhythmWhenTheProfileIsAdaptive() {
        // Given one who is in touch every day and one who is every ten days
        var ofAlex = workspace.contact("alex");
        var ofBea = workspace.contact("bea");
        calls(ofAlex, 25, i -> i);
        calls(ofBea, 25, i -> 10 * i + 1);
        workspace.awaitInteractions(ofAlex, 25);
        workspace.awaitInteractions(ofBea, 25);

        // When
        put("\"0\"", Map.of("preset", "adaptive")).then().statusCode(202);
        awaitActive(1);

        // Then
        var adaptive = workspace.as("alex").get(PATH).then();
        adaptive.body("active.rhythms.owner", contains("alex", "bea", null))
                .body("active.rhythms.halfLife", contains("P3D", "P30D", "P30D"))
                .body("active.rhythms[1].explanation", containsString("half are of at most 10 days"))
                .body("explanation", containsString("2 members have a half-life that follows their own rhythm"));
        var scoreUnderBea = score(ofBea);

        // When a contact is given to the other owner
        workspace.change(ofBea, 2, "alex");

        // Then it follows that one's rhythm
        await().atMost(PATIENCE).until(() -> score(ofBea) < scoreUnderBea);

        // When the rhythm changes
        calls(ofAlex, 30, i -> 34 + 7 * i);

        // Then it is chosen anew, by itself
        awaitActive(2);
        workspace
                .as("alex")
                .get(PATH)
                .then()
                .body("active.rhythms[0].halfLife", equalTo("P30D"))
                .body("active.createdBy", equalTo(null));
    }

    private Response put(String ifMatch, Map<String, ?> body) {
        var request = workspace.as("alex").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(PATH);
    }

    private void calls(UUID contact, int count, IntUnaryOperator daysAgo) {
        var items = IntStream.range(0, count)
                .mapToObj(i -> interaction(contact, Duration.ofDays(daysAgo.applyAsInt(i))))
                .toList();
        workspace
                .as("alex")
                .body(Map.of("items", items))
                .post("/v1/interactions/batch")
                .then()
                .statusCode(200);
    }

    private void call(UUID contact, Duration ago) {
        workspace.record(interaction(contact, ago));
    }

    private static Map<String, ?> interaction(UUID contact, Duration ago) {
        return Map.of(
                "contactId",
                contact,
                "kind",
                "call",
                "direction",
                "OUTBOUND",
                "occurredAt",
                Instant.now().minus(ago).toString());
    }

    private void awaitActive(int version) {
        await().atMost(PATIENCE)
                .until(() -> workspace.as("alex").get(PATH).path("version"), Integer.valueOf(version)::equals);
    }

    private List<String> ranking() {
        return workspace.as("alex").get("/v1/relevance").path("items.contactId");
    }

    private double score(UUID contact) {
        return workspace
                .as("alex")
                .get("/v1/relevance/" + contact)
                .<Number>path("score")
                .doubleValue();
    }
}
