package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class WorkspaceIsolationTest {

    private final Client alex = Client.inNewWorkspace();
    private final Client stranger = Client.inNewWorkspace();

    @Test
    void shouldAnswerAsForAnUnknownIdWhenTheContactIsAnotherWorkspaces() {
        var theirs = alex.add(Map.of("displayName", "Jane"));
        var unknown = UUID.randomUUID().toString();

        List<Function<String, Response>> requests = List.of(
                stranger::get,
                id -> stranger.patch(id, "\"1\"", Map.of("title", "x")),
                id -> stranger.patch(id, "*", "{\"bad\":1}"),
                id -> stranger.delete(id, "\"1\""),
                id -> stranger.delete(id, "*"));

        assertThat(requests).allSatisfy(request -> {
            var answer = request.apply(theirs);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).isEqualTo(request.apply(unknown).asString());
        });
        alex.get(theirs).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void shouldSeeOnlyItsOwnWhenAWorkspaceListsSearchesAndPages() {
        var jane = Map.of("displayName", "Jane", "relationship", "client", "interests", List.of("go"));
        alex.add(jane);
        var newer = alex.add(jane);
        var own = stranger.add(jane);

        for (var filter : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("q", "jane"),
                Map.of("interest", "go"),
                Map.of("relationship", "client"),
                Map.of("owner", "alex"),
                Map.of("updatedSince", "2020-01-01T00:00:00Z"))) {
            assertThat(stranger.walk(filter)).as(filter.toString()).containsExactly(own);
        }
        var cursor = alex.page(Map.of("limit", 1)).getString("next");
        assertThat(stranger.page(Map.of("cursor", cursor)).getList("items.id")).doesNotContain(newer);
    }

    @Test
    void shouldKeepKeysApartWhenTwoWorkspacesUseTheSameOne() {
        var key = UUID.randomUUID().toString();

        var one = ContactIdempotencyTest.postWithKey(alex, key, Map.of("displayName", "One"));
        var other = ContactIdempotencyTest.postWithKey(stranger, key, Map.of("displayName", "Other"));

        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("displayName")).isEqualTo("Other");
    }
}
