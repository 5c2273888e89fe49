package dev.rapport.contacts.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class DuplicatesTest {

    private static final String DUPLICATES = Client.CONTACTS + "/duplicates";
    private static final Map<String, ?> JANE = Map.of("displayName", "Jane Doe", "emails", List.of("jane@example.org"));

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldListAPairWithReasonsWhenTwoContactsLookLikeOne() {
        var one = alex.add(JANE);
        var two = alex.add(
                Map.of("displayName", "Jayne Doe", "emails", List.of("JANE@example.org"), "birthday", "1985-04-12"));

        awaitPairs(1);

        list(Map.of())
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(pair(one, two)))
                .body("items[0].contacts.id", contains(one, two))
                .body("items[0].contacts.displayName", contains("Jane Doe", "Jayne Doe"))
                .body("items[0].reasons", contains("same_email", "similar_name"))
                .body("items[0].against", empty())
                .body("items[0].confidence", equalTo(0.996f))
                .body("items[0].dismissed", equalTo(false));
    }

    @Test
    void shouldFollowEveryChangeOfEitherContact() {
        var one = alex.add(JANE);
        var two = alex.add(JANE);
        awaitPairs(1);

        alex.patch(two, "*", Map.of("emails", List.of("other@example.org"), "displayName", "Mary"));
        awaitPairs(0);
        alex.patch(one, "*", Map.of("phones", List.of("+4930123456")));
        alex.patch(two, "*", Map.of("phones", List.of("+49 30 123456")));
        awaitPairs(1);
        alex.delete(one, "*");
        awaitPairs(0);
    }

    @Test
    void shouldFindMisspeltNamesOfTheSameOrganization() {
        var one = alex.add(Map.of("givenName", "Katherine", "familyName", "Schmidt", "organization", "Acme"));
        var two = alex.add(Map.of("givenName", "Catherine", "familyName", "Schmitt", "organization", "ACME"));
        alex.add(Map.of("givenName", "Katherine", "familyName", "Schmidlin", "organization", "Globex"));

        awaitPairs(1);

        assertThat(pairs(Map.of("contact", two))).containsExactly(pair(one, two));
    }

    @Test
    void shouldRememberADismissalHoweverTheContactsChange() {
        var one = alex.add(JANE);
        var two = alex.add(JANE);
        awaitPairs(1);

        dismiss(one, two).then().statusCode(204);
        dismiss(two, one).then().statusCode(204);
        alex.patch(one, "*", Map.of("phones", List.of("+4930123456")));
        alex.patch(two, "*", Map.of("phones", List.of("+4930123456")));
        await().untilAsserted(() -> list(Map.of("dismissed", true))
                .then()
                .body("items[0].reasons", contains("same_email", "same_phone", "same_name")));

        assertThat(pairs(Map.of())).isEmpty();
        takeBack(one, two).then().statusCode(204);
        assertThat(pairs(Map.of())).containsExactly(pair(one, two));
        assertThat(pairs(Map.of("dismissed", true))).isEmpty();
    }

    @Test
    void shouldHoldADismissalForWhomeverTheContactIsMergedInto() {
        var one = alex.add(JANE);
        var two = alex.add(JANE);
        var three = alex.add(JANE);
        awaitPairs(3);
        dismiss(one, two).then().statusCode(204);

        var merge = merge(three, two);
        await().untilAsserted(() -> assertThat(pairs(Map.of("dismissed", true))).containsExactly(pair(one, three)));
        assertThat(pairs(Map.of())).isEmpty();

        alex.request().delete("/v1/merges/" + merge).then().statusCode(204);
        await().untilAsserted(() ->
                assertThat(pairs(Map.of())).containsExactlyInAnyOrder(pair(one, three), pair(two, three)));
        assertThat(pairs(Map.of("dismissed", true))).containsExactly(pair(one, two));

        merge(three, two);
        await().untilAsserted(() -> assertThat(pairs(Map.of("dismissed", true))).containsExactly(pair(one, three)));
        takeBack(one, three).then().statusCode(204);
        assertThat(pairs(Map.of())).containsExactly(pair(one, three));
    }

    @Test
    void shouldWalkAllPairsPageByPage() {
        IntStream.range(0, 5).forEach(i -> alex.add(JANE));
        awaitPairs(10);

        var seen = new ArrayList<String>();
        var query = new HashMap<String, Object>(Map.of("limit", 3));
        do {
            var page = list(query).jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            query.put("cursor", page.getString("next"));
        } while (query.get("cursor") != null);

        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void shouldPassOverNamesThatTellNobodyApart() {
        var items = IntStream.range(0, FindCandidates.MOST + 20)
                .mapToObj(i -> Map.of("displayName", "John Smith", "organization", "Org " + i))
                .toList();
        alex.batch(Map.of("items", items)).then().statusCode(200);
        var one = alex.add(Map.of("displayName", "John Smith", "organization", "Acme"));
        var two = alex.add(Map.of("displayName", "John Smith", "organization", "Acme"));

        await().untilAsserted(() -> assertThat(pairs(Map.of("contact", two))).containsExactly(pair(one, two)));

        assertThat(pairs(Map.of("limit", 200))).containsExactly(pair(one, two));
    }

    @Test
    void shouldShowNothingToOtherWorkspaces() {
        var one = alex.add(JANE);
        var two = alex.add(JANE);
        awaitPairs(1);
        var stranger = Client.inNewWorkspace();

        stranger.request().get(DUPLICATES).then().statusCode(200).body("items", empty());
        stranger.request()
                .put(DUPLICATES + "/" + pair(one, two) + "/not-a-duplicate")
                .then()
                .statusCode(404);
        stranger.request()
                .delete(DUPLICATES + "/" + pair(one, two) + "/not-a-duplicate")
                .then()
                .statusCode(404);
        assertThat(pairs(Map.of())).hasSize(1);
    }

    @Test
    void shouldRefuseWhatIsNoPairAndNoConfidence() {
        var one = alex.add(JANE);

        alex.request().put(DUPLICATES + "/nonsense/not-a-duplicate").then().statusCode(404);
        dismiss(one, one).then().statusCode(404);
        dismiss(one, UUID.randomUUID().toString()).then().statusCode(404);
        list(Map.of("minConfidence", "2")).then().statusCode(400).body("violations.field", contains("minConfidence"));
        list(Map.of("cursor", "x")).then().statusCode(400).body("violations.field", contains("cursor"));
    }

    private void awaitPairs(int count) {
        await().untilAsserted(() -> assertThat(new HashSet<>(pairs(Map.of()))).hasSize(count));
    }

    private Response list(Map<String, ?> query) {
        return alex.request().queryParams(query).get(DUPLICATES);
    }

    private List<String> pairs(Map<String, ?> query) {
        return list(query).then().statusCode(200).extract().path("items.id");
    }

    private Response dismiss(String one, String two) {
        return alex.request().put(DUPLICATES + "/" + one + "_" + two + "/not-a-duplicate");
    }

    private Response takeBack(String one, String two) {
        return alex.request().delete(DUPLICATES + "/" + one + "_" + two + "/not-a-duplicate");
    }

    private String merge(String survivor, String other) {
        return alex.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("contacts", List.of(other)))
                .post(Client.CONTACTS + "/" + survivor + "/merge")
                .then()
                .statusCode(200)
                .extract()
                .path("mergeId");
    }

    private static String pair(String one, String two) {
        return one.compareTo(two) < 0 ? one + "_" + two : two + "_" + one;
    }
}
