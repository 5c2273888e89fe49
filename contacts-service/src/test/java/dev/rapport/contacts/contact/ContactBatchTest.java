package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactBatchTest {

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldAddTheGoodAndListTheBadWhenABatchIsMixed() {
        var answer = alex.batch("""
                {"items": [
                  {"displayName": "Good"},
                  {"displayName": "Bad", "emails": ["ok@example.org", "nonsense"]},
                  {"displayName": "Bad", "relationship": "friend"},
                  {"displayName": "Bad", "shoeSize": 43},
                  {},
                  null,
                  {"displayName": "Bad", "cadence": {"ideal": "PT5H"}},
                  {"displayName": "Bad \\u0000"},
                  {"emails": ["good@example.org"]}
                ]}""");

        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(7))
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8))
                .body("results.status", contains(201, 400, 400, 400, 400, 400, 400, 400, 201))
                .body("results[1].problem.violations.field", contains("emails[1]"))
                .body("results[2].problem.violations.field", contains("relationship"))
                .body("results[3].problem.violations.field", contains("shoeSize"))
                .body("results[4].problem.violations.field", contains("displayName"))
                .body("results[5].problem.violations.field", contains("body"))
                .body("results[6].problem.violations.field", contains("cadence.ideal"))
                .body("results[7].problem.violations.field", contains("displayName"));
        assertThat(alex.walk(Map.of()))
                .containsExactly(answer.path("results[8].id"), answer.<String>path("results[0].id"));
    }

    @Test
    void shouldAddAThousandInTheirOrderWhenTheBatchIsFull() {
        var items = IntStream.range(0, 1000)
                .mapToObj(i -> Map.of("displayName", "Person " + i, "emails", List.of("p" + i + "@example.org")))
                .toList();

        var answer = alex.batch(Map.of("items", items));

        answer.then().statusCode(200).body("accepted", equalTo(1000)).body("results", hasSize(1000));
        List<String> ids = answer.path("results.id");
        assertThat(ids.stream().map(UUID::fromString).map(UUID::toString)).isSorted();
        assertThat(alex.walk(Map.of("limit", 200))).hasSize(1000).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void shouldRefuseTheBatchWhenItsSizeIsOutOfBounds() {
        var tooMany = IntStream.range(0, 1001).mapToObj(i -> Map.of()).toList();

        alex.batch(Map.of("items", tooMany)).then().statusCode(400).body("violations.field", contains("items"));
        alex.batch(Map.of("items", List.of())).then().statusCode(400).body("violations.field", contains("items"));
        alex.batch(Map.of()).then().statusCode(400).body("violations.field", contains("items"));
    }
}
