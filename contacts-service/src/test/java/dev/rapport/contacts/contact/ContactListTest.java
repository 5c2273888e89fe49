package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactListTest {

    private static final String UNKNOWN = "01890a5d-ac96-774b-bcce-b302099a8057";

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldShowTheNewestFirstWhenNothingIsAsked() {
        var first = alex.add(Map.of("displayName", "first"));
        var second = alex.add(Map.of("displayName", "second"));

        assertThat(alex.page(Map.of()).getList("items.id")).containsExactly(second, first);
    }

    @Test
    void shouldLinkToTheNextPageWhenThereIsOne() {
        var first = alex.add(Map.of("displayName", "first"));
        alex.add(Map.of("displayName", "second"));

        var answer = alex.request().queryParam("limit", 1).get(Client.CONTACTS);

        answer.then().header("Link", containsString("rel=\"next\""));
        var link = answer.header("Link");
        var next = alex.request().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
        assertThat(next.jsonPath().getList("items.id")).containsExactly(first);
        assertThat(next.jsonPath().getString("next")).isNull();
        assertThat(next.header("Link")).isNull();
    }

    @Test
    void shouldCombineFiltersWhenSeveralAreGiven() {
        var match = alex.add(
                Map.of("displayName", "Match", "relationship", "client", "interests", List.of("sailing", "go")));
        alex.add(Map.of("displayName", "Match", "relationship", "client", "interests", List.of("go")));
        alex.add(Map.of("displayName", "Match", "relationship", "peer", "interests", List.of("sailing")));
        alex.add(Map.of("displayName", "Other", "relationship", "client", "interests", List.of("sailing")));
        alex.add(Map.of(
                "displayName", "Match", "relationship", "client", "interests", List.of("sailing"), "owner", "kim"));

        assertThat(alex.walk(Map.of(
                        "relationship", "client", "interest", "sailing", "q", "match", "owner", "alex", "limit", 1)))
                .containsExactly(match);
        assertThat(alex.walk(Map.of("owner", "kim"))).hasSize(1);
        assertThat(alex.walk(Map.of("interest", "SÁILING", "q", "match", "relationship", "peer")))
                .hasSize(1);
        assertThat(alex.walk(Map.of("interest", "sail"))).isEmpty();
    }

    /** One key in the order of creation is read from an index of its own; every other combination is not. */
    @Test
    void shouldFilterAlikeInEveryOrderBySomethingThatManyShare() {
        String circle = alex.request()
                .contentType("application/json")
                .body(Map.of("name", "Crew"))
                .post("/v1/circles")
                .path("id");
        alex.request()
                .contentType("application/json")
                .body(Map.of("name", "Tier", "type", "text"))
                .put("/v1/custom-fields/tier")
                .then()
                .statusCode(201);
        var host = alex.add(Map.of("displayName", "host"));
        var crew = IntStream.range(0, 5)
                .mapToObj(i -> alex.add(Map.of(
                        "displayName",
                        "crew " + i,
                        "interests",
                        List.of("Sáiling", "go"),
                        "organization",
                        "Acme",
                        "circles",
                        List.of(circle),
                        "introducedBy",
                        host,
                        "customFields",
                        Map.of("tier", "gold"),
                        "owner",
                        i == 1 ? "kim" : "alex",
                        "relationship",
                        i == 2 ? "client" : "peer")))
                .toList();
        alex.delete(crew.get(0), "*");
        alex.patch(crew.get(3), "*", Map.of("relationship", "client", "title", "Skipper"));
        var clients = List.of(crew.get(2), crew.get(3));

        for (var filter : Map.of(
                        "interest", "SAILING",
                        "organization", "acme",
                        "circle", circle,
                        "introducedBy", host,
                        "customField", "tier=gold")
                .entrySet()) {
            var one = Map.<String, Object>of(filter.getKey(), filter.getValue(), "limit", 1);
            for (var sort : ContactSort.values()) {
                assertThat(alex.walk(with(one, Map.of("sort", sort, "relationship", "client"))))
                        .as("%s %s", sort, one)
                        .containsExactlyInAnyOrderElementsOf(clients);
            }
            assertThat(alex.walk(with(one, Map.of("sort", "created"))))
                    .as("%s", one)
                    .isEqualTo(crew.subList(1, 5));
            assertThat(alex.walk(with(one, Map.of("owner", "kim")))).containsExactly(crew.get(1));
            assertThat(alex.walk(with(one, Map.of("address", "nobody@example.org"))))
                    .isEmpty();
            assertThat(alex.page(with(one, Map.of("total", true))).getInt("total"))
                    .isEqualTo(4);
            assertThat(alex.walk(
                            Map.of(filter.getKey(), "circle introducedBy".contains(filter.getKey()) ? UNKNOWN : "x=y")))
                    .isEmpty();
        }
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> other) {
        var both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    @Test
    void shouldFindByPartsOfWordsWithoutCaseAndAccents() {
        var jurgen = alex.add(Map.of(
                "displayName", "Jürgen Łukasz Groß",
                "organization", "ACME 100% _GmbH\\",
                "title", "Geschäftsführer",
                "emails", List.of("jg@example.org")));
        alex.add(Map.of("displayName", "Somebody Else"));

        for (var q : List.of(
                "jurgen", "JÜRGEN", "lukasz gross", "acme", "100%", "_gmbh\\", "geschaftsf", "jg@ex", "ross  ACM")) {
            assertThat(alex.walk(Map.of("q", q))).as(q).containsExactly(jurgen);
        }
        for (var q : List.of("jurgen else", "%%", "1000", "' and 1=1 --", "notes")) {
            assertThat(alex.walk(Map.of("q", q))).as(q).isEmpty();
        }
        assertThat(alex.walk(Map.of("q", "   "))).hasSize(2);
    }

    @Test
    void shouldShowWhatChangedSinceWhenAsked() {
        var old = alex.add(Map.of("displayName", "old"));
        var touched = alex.add(Map.of("displayName", "touched"));
        String since = alex.patch(touched, "\"1\"", Map.of("title", "CEO")).path("updatedAt");

        assertThat(alex.walk(Map.of("updatedSince", since))).containsExactly(touched);
        assertThat(alex.walk(Map.of("updatedSince", "2020-01-01T00:00:00Z"))).containsExactly(touched, old);
    }

    @Test
    void shouldNameTheParameterWhenItIsNotValid() {
        var bad = Map.of(
                "limit", List.of("0", "201", "x", "99999999999"),
                "relationship", List.of("friend", "CLIENT"),
                "updatedSince", List.of("yesterday", "2020-01-01"),
                "cursor", List.of("x", "!!", "Y29udGFjdHM6bmV3ZXN0H3g"));
        bad.forEach((name, values) -> values.forEach(value -> alex.request()
                .queryParam(name, value)
                .get(Client.CONTACTS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(name))));
    }

    @Test
    void shouldServeTwoHundredWhenTheLargestPageIsAsked() {
        var items = IntStream.range(0, 201)
                .mapToObj(i -> Map.of("displayName", "p" + i))
                .toList();
        alex.batch(Map.of("items", items)).then().statusCode(200);

        assertThat(alex.page(Map.of("limit", 200)).getList("items")).hasSize(200);
        assertThat(alex.page(Map.of()).getList("items")).hasSize(50);
    }
}
