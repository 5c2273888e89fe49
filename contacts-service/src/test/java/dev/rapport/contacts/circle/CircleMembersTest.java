package dev.rapport.contacts.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CircleMembersTest {

    private final CircleClient alex = CircleClient.inNewWorkspace();
    private final Client member = alex.member();

    @Inject
    DataSource database;

    @Inject
    AddCircle addCircle;

    @Inject
    OnBehalf onBehalf;

    @Test
    void shouldPutAContactInAndTakeItOutAgain() {
        var circle = alex.add(Map.of("name", "Friends"));
        var jane = member.add(Map.of("displayName", "Jane"));

        alex.putMember(circle, jane).then().statusCode(204);
        alex.putMember(circle, jane).then().statusCode(204);

        member.get(jane).then().header("ETag", "\"2\"").body("circles", contains(circle));
        alex.members(circle, Map.of()).then().statusCode(200).body("items.id", contains(jane));
        alex.get(circle).then().header("ETag", "\"1-1\"").body("memberCount", equalTo(1));

        alex.deleteMember(circle, jane).then().statusCode(204);
        alex.deleteMember(circle, jane).then().statusCode(204);

        member.get(jane).then().header("ETag", "\"3\"").body("circles", empty());
        alex.members(circle, Map.of()).then().body("items", empty());
    }

    @Test
    void shouldTellOneResultPerIdWhenManyAreChanged() {
        var circle = alex.add(Map.of("name", "Friends"));
        var jane = member.add(Map.of("displayName", "Jane"));
        var old = member.add(Map.of("displayName", "Old", "circles", List.of(circle)));
        var deleted = member.add(Map.of("displayName", "Deleted"));
        member.delete(deleted, "*");
        var theirs = Client.inNewWorkspace().add(Map.of("displayName", "Theirs"));

        var add = List.of(jane, "nonsense", theirs, jane, deleted);
        var answer = alex.changeMembers(circle, Map.of("add", add, "remove", List.of(old, UUID.randomUUID())));

        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(5))
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6))
                .body("results.status", contains(200, 400, 404, 400, 404, 200, 404))
                .body("results[0].version", equalTo(2))
                .body("results[1].id", nullValue())
                .body("results[2].problem.status", equalTo(404));
        alex.members(circle, Map.of()).then().body("items.id", contains(jane));
    }

    @Test
    void shouldRefuseTheBatchWhenItIsEmptyOrTooLarge() {
        var circle = alex.add(Map.of("name", "Friends"));
        var ids = Collections.nCopies(600, UUID.randomUUID().toString());

        alex.changeMembers(circle, Map.of()).then().statusCode(400);
        alex.changeMembers(circle, Map.of("add", ids, "remove", ids)).then().statusCode(400);
        alex.changeMembers(circle, Map.of("add", Collections.nCopies(1_001, "x")))
                .then()
                .statusCode(400);
        alex.changeMembers(circle, "{\"add\": [null]}").then().statusCode(400);
    }

    @Test
    void shouldBeInSeveralCirclesInTheOrderOfTheirIds() {
        var circles = IntStream.range(0, 3)
                .mapToObj(i -> alex.add(Map.of("name", "circle " + i)))
                .toList();
        var jane = member.add(Map.of("displayName", "Jane"));

        alex.putMember(circles.get(2), jane);
        alex.putMember(circles.get(0), jane);
        alex.putMember(circles.get(1), jane);

        assertThat(member.get(jane).jsonPath().getList("circles", String.class)).containsExactlyElementsOf(circles);
        assertThat(member.walk(Map.of("circle", circles.get(1)))).containsExactly(jane);
    }

    @Test
    void shouldPageThroughItsMembersInTheOrderAskedFor() {
        var circle = alex.add(Map.of("name", "Friends"));
        for (var name : List.of("Cleo", "Anna", "Bert")) {
            member.add(Map.of("displayName", name, "circles", List.of(circle)));
        }
        member.add(Map.of("displayName", "Stranger"));

        var first = alex.members(circle, Map.of("sort", "name", "limit", 2));
        first.then().body("items.displayName", contains("Anna", "Bert"));
        alex.members(circle, Map.of("sort", "name", "limit", 2, "cursor", first.path("next")))
                .then()
                .body("items.displayName", contains("Cleo"))
                .body("next", nullValue());
    }

    @Test
    void shouldLeaveItsContactsWhenTheCircleIsDeleted() {
        var friends = alex.add(Map.of("name", "Friends"));
        var family = alex.add(Map.of("name", "Family"));
        var jane = member.add(Map.of("displayName", "Jane", "circles", List.of(friends, family)));

        alex.delete(friends, "\"1\"").then().statusCode(204);

        member.get(jane).then().header("ETag", "\"2\"").body("circles", contains(family));
        alex.get(friends).then().statusCode(404);
        alex.post(Map.of("name", "friends")).then().statusCode(201);
    }

    @Test
    void shouldRefuseTheContactWhenItNamesACircleThatDoesNotExist() {
        var theirs = CircleClient.inNewWorkspace().add(Map.of("name", "Theirs"));

        member.post(Map.of("displayName", "Jane", "circles", List.of(theirs)))
                .then()
                .statusCode(400)
                .body("violations.field", contains("circles"));
    }

    @Test
    void shouldRefuseWhenTheContactIsInAHundredCircles() {
        var circles = IntStream.range(0, 101)
                .mapToObj(i -> alex.add(Map.of("name", "circle " + i)))
                .toList();
        var jane = member.add(Map.of("displayName", "Jane", "circles", circles.subList(0, 100)));

        alex.putMember(circles.get(100), jane).then().statusCode(409);
        alex.changeMembers(circles.get(100), Map.of("add", List.of(jane)))
                .then()
                .body("results.status", contains(409));
        member.get(jane).then().header("ETag", "\"1\"");
    }

    @Test
    void shouldSendOnToTheSurvivorWhenTheContactWasMerged() throws SQLException {
        var circle = alex.add(Map.of("name", "Friends"));
        var merged = member.add(Map.of("displayName", "Merged"));
        var survivor = member.add(Map.of("displayName", "Survivor"));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update contact set deleted_at = now(), merged_into = ?::uuid where id = ?::uuid")) {
            update.setString(1, survivor);
            update.setString(2, merged);
            update.executeUpdate();
        }

        member.request()
                .redirects()
                .follow(false)
                .put(CircleClient.CIRCLES + "/" + circle + "/members/" + merged)
                .then()
                .statusCode(308)
                .header("Location", endsWith(circle + "/members/" + survivor));
        alex.changeMembers(circle, Map.of("add", List.of(merged))).then().body("results.status", contains(404));
    }

    @Test
    void shouldAddOnlyTheMissingCirclesWhenAnImportNamesSome() {
        var friends = alex.add(Map.of("name", "Friends"));

        var ids = onBehalf.of(
                new Member(member.workspace(), "alex"), () -> addCircle.ensure(List.of("Work", "FRIENDS", "work")));

        assertThat(ids.get("FRIENDS")).hasToString(friends);
        assertThat(ids.get("Work")).isEqualTo(ids.get("work"));
        alex.get(ids.get("Work").toString()).then().statusCode(200).body("priority", equalTo(50));
    }

    @Test
    void shouldCountEveryCirclesMembersInTheList() {
        var one = alex.add(Map.of("name", "One"));
        var two = alex.add(Map.of("name", "Two"));
        member.add(Map.of("displayName", "A", "circles", List.of(one, two)));
        var gone = member.add(Map.of("displayName", "B", "circles", List.of(two)));
        member.add(Map.of("displayName", "C", "circles", List.of(two)));
        member.delete(gone, "*");

        member.request()
                .get(CircleClient.CIRCLES)
                .then()
                .body("items.id", containsInAnyOrder(one, two))
                .body("items.memberCount", contains(1, 2));
    }
}
