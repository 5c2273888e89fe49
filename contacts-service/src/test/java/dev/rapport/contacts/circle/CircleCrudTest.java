package dev.rapport.contacts.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CircleCrudTest {

    private final CircleClient alex = CircleClient.inNewWorkspace();

    @Test
    void shouldShowTheCircleWhenItWasAdded() {
        var added = alex.post(CircleExamples.NEW_CIRCLE);

        String id = added.path("id");
        added.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/circles/" + id))
                .header("ETag", "\"1-0\"")
                .body("name", equalTo("Key clients"))
                .body("cadence.ideal", equalTo("P30D"))
                .body("cadence.longest", equalTo("P45D"))
                .body("cadence.counting", contains("call", "meeting"))
                .body("priority", equalTo(80))
                .body("memberCount", equalTo(0))
                .body("version", equalTo(1));
        assertThat(alex.get(id)
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"1-0\"")
                        .extract()
                        .asString())
                .isEqualTo(added.asString());
    }

    @Test
    void shouldHaveTheUsualPriorityAndNoCadenceWhenNothingIsSaid() {
        alex.post("{\"name\": \"  Friends \"}")
                .then()
                .statusCode(201)
                .body("name", equalTo("Friends"))
                .body("priority", equalTo(50))
                .body("cadence", nullValue());
        alex.post("{\"name\": \"Family\", \"cadence\": {\"ideal\": \"P7D\"}}")
                .then()
                .body("cadence.longest", equalTo("P7D"));
    }

    @Test
    void shouldNameTheFieldWhenItIsNoCircle() {
        refused("{}", "name");
        refused("{\"name\": \"  \"}", "name");
        refused("{\"name\": \"" + "x".repeat(101) + "\"}", "name");
        refused("{\"name\": \"a\\u0000b\"}", "name");
        refused("{\"name\": \"x\", \"priority\": 101}", "priority");
        refused("{\"name\": \"x\", \"priority\": -1}", "priority");
        refused("{\"name\": \"x\", \"priority\": 1.5}", "priority");
        refused("{\"name\": \"x\", \"cadence\": {\"ideal\": \"P9D\", \"longest\": \"P8D\"}}", "cadence.longest");
        refused("{\"name\": \"x\", \"cadence\": {\"longest\": \"P8D\"}}", "cadence.ideal");
        refused("{\"name\": \"x\", \"memberCount\": 3}", "memberCount");
    }

    @Test
    void shouldNameTheOtherCircleWhenItsNameIsTaken() {
        var doctors = alex.add(Map.of("name", "Ärzte"));
        var other = alex.add(Map.of("name", "Other"));

        alex.post(Map.of("name", "äRZTE")).then().statusCode(409).body("detail", containsString(doctors));
        alex.patch(other, "*", Map.of("name", "ärzte")).then().statusCode(409).body("detail", containsString(doctors));
        alex.put(other, "*", Map.of("name", "ÄRZTE")).then().statusCode(409);
        alex.patch(doctors, "*", Map.of("name", "ÄRZTE")).then().statusCode(200).body("name", equalTo("ÄRZTE"));
        new CircleClient(Client.inNewWorkspace())
                .post(Map.of("name", "ärzte"))
                .then()
                .statusCode(201);
    }

    @Test
    void shouldLetOneWinWhenManyAddTheSameName() {
        var pool = Executors.newFixedThreadPool(6);
        try {
            var answers = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> alex.post(Map.of("name", "Same")).statusCode(), pool))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldListByNameWhenWalkedWithCursors() {
        for (var name : List.of("delta", "Alpha", "charlie", "Bravo", "écho")) {
            alex.add(Map.of("name", name));
        }
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var query = cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor);
            var page = alex.member().request().queryParams(query).get(CircleClient.CIRCLES);
            names.addAll(page.then().statusCode(200).extract().jsonPath().getList("items.name", String.class));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(names).containsExactly("Alpha", "Bravo", "charlie", "delta", "écho");
        alex.member()
                .request()
                .queryParam("cursor", "nonsense")
                .get(CircleClient.CIRCLES)
                .then()
                .statusCode(400);
        alex.member()
                .request()
                .queryParam("limit", 201)
                .get(CircleClient.CIRCLES)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldChangeOnlyWhatThePatchNames() {
        String id = alex.post(CircleExamples.NEW_CIRCLE).path("id");

        alex.patch(id, "\"1\"", "{\"cadence\": {\"ideal\": \"P14D\"}}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2-0\"")
                .body("name", equalTo("Key clients"))
                .body("priority", equalTo(80))
                .body("cadence.ideal", equalTo("P14D"))
                .body("cadence.longest", equalTo("P45D"));
        alex.patch(id, "\"2-0\"", "{\"cadence\": null, \"priority\": null}")
                .then()
                .statusCode(200)
                .body("cadence", nullValue())
                .body("priority", equalTo(50));
        alex.patch(id, "\"3-999\"", "{\"priority\": 50}").then().statusCode(200).header("ETag", "\"3-0\"");
        alex.patch(id, "*", "{\"priority\": 500}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("priority"));
        alex.patch(id, "*", "{\"id\": \"x\"}").then().statusCode(400).body("violations.field", contains("id"));
        alex.patch(id, "*", "[]").then().statusCode(400);
    }

    @Test
    void shouldReplaceEverythingWhenPut() {
        String id = alex.post(CircleExamples.NEW_CIRCLE).path("id");

        alex.put(id, "\"1-0\"", "{\"name\": \"Clients\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2-0\"")
                .body("name", equalTo("Clients"))
                .body("cadence", nullValue())
                .body("priority", equalTo(50));
    }

    @Test
    void shouldAskForTheVersionWhenAChangeComesWithout() {
        var id = alex.add(Map.of("name", "Friends"));
        var circle = CircleClient.CIRCLES + "/" + id;

        alex.member()
                .request()
                .contentType(ContentType.JSON)
                .body("{}")
                .patch(circle)
                .then()
                .statusCode(428);
        alex.member().request().delete(circle).then().statusCode(428);
        alex.patch(id, "\"7-0\"", "{}").then().statusCode(412);
        alex.put(id, "\"7\"", "{\"name\": \"x\"}").then().statusCode(412);
        alex.delete(id, "\"7\"").then().statusCode(412);
        alex.delete(id, "nonsense").then().statusCode(400);
        alex.delete(id, "\"1-0\"").then().statusCode(204);
        alex.get(id).then().statusCode(404);
    }

    @Test
    void shouldAnswerNotModifiedOnlyWhileCircleAndMembersAreTheSame() {
        var id = alex.add(Map.of("name", "Friends"));
        var circle = CircleClient.CIRCLES + "/" + id;

        alex.member()
                .request()
                .header("If-None-Match", "\"1-0\"")
                .get(circle)
                .then()
                .statusCode(304);
        alex.member().add(Map.of("displayName", "Jane", "circles", List.of(id)));

        alex.member()
                .request()
                .header("If-None-Match", "\"1-0\"")
                .get(circle)
                .then()
                .statusCode(200)
                .header("ETag", "\"1-1\"")
                .body("memberCount", equalTo(1));
    }

    @Test
    void shouldAddOneCircleWhenTheRequestIsRepeatedWithItsKey() {
        var key = UUID.randomUUID().toString();
        Function<String, Response> post = name -> alex.member()
                .request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post(CircleClient.CIRCLES);

        var first = post.apply("Friends");
        var second = post.apply("Friends");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(post.apply("Others").statusCode()).isEqualTo(422);
    }

    @Test
    void shouldAnswerAsForAnUnknownIdWhenTheCircleIsAnotherWorkspaces() {
        var theirs = alex.add(Map.of("name", "Friends"));
        var stranger = CircleClient.inNewWorkspace();
        var own = stranger.member().add(Map.of("displayName", "Own"));
        var unknown = UUID.randomUUID().toString();
        List<Function<String, Response>> requests = List.of(
                stranger::get,
                id -> stranger.patch(id, "*", "{\"priority\": 1}"),
                id -> stranger.put(id, "*", "{\"name\": \"x\"}"),
                id -> stranger.delete(id, "*"),
                id -> stranger.members(id, Map.of()),
                id -> stranger.changeMembers(id, Map.of("add", List.of(own))),
                id -> stranger.putMember(id, own),
                id -> stranger.deleteMember(id, own));

        assertThat(requests).allSatisfy(request -> {
            var answer = request.apply(theirs);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).isEqualTo(request.apply(unknown).asString());
        });
        alex.get(theirs).then().header("ETag", "\"1-0\"");
        stranger.member().get(own).then().header("ETag", "\"1\"");
    }

    private void refused(String body, String field) {
        alex.post(body).then().statusCode(400).body("violations.field", contains(field));
    }
}
