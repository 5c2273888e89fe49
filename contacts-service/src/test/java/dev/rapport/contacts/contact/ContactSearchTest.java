package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactSearchTest {

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldFindByEveryFieldThatSaysWhoSomebodyIs() {
        var id = alex.add(Map.ofEntries(
                Map.entry("displayName", "JD"),
                Map.entry("givenName", "Jane"),
                Map.entry("middleName", "Quentin"),
                Map.entry("familyName", "Doe"),
                Map.entry("nickname", "Janey"),
                Map.entry("phoneticFamilyName", "Doh"),
                Map.entry("organization", "Weyland-Yutani"),
                Map.entry("department", "Procurement"),
                Map.entry("title", "Quartermaster"),
                Map.entry("industry", "Shipping"),
                Map.entry("emails", List.of("j.doe@wey.example.org")),
                Map.entry("phones", List.of("+49 30 123456")),
                Map.entry("handles", List.of("linkedin:jane-doe-77")),
                Map.entry("websites", List.of("https://starfreight.example.com")),
                Map.entry("postalAddresses", List.of(Map.of("locality", "Zürich", "postalCode", "8001"))),
                Map.entry("interests", List.of("Origami")),
                Map.entry("notes", "Allergic to peanuts.")));
        alex.add(Map.of("displayName", "Somebody Else"));

        for (var q : List.of(
                "jd",
                "jane doe",
                "quent",
                "janey",
                "doh",
                "weyland",
                "procure",
                "quarterm",
                "shipping",
                "j.doe@wey",
                "4930123456",
                "jane-doe-77",
                "starfreight",
                "zurich",
                "8001",
                "origami",
                "peanuts allergic")) {
            assertThat(alex.walk(Map.of("q", q))).as(q).containsExactly(id);
        }
    }

    @Test
    void shouldForgiveMisspellingsOnlyWhereNothingIsSpeltSo() {
        var jurgen = alex.add(Map.of("displayName", "Jürgen Schmidt", "organization", "Acme"));
        var jurgens = alex.add(Map.of("displayName", "Jurgens Schmit"));
        var maria = alex.add(Map.of("displayName", "Maria Hernández"));

        assertThat(alex.walk(Map.of("q", "jurgen"))).containsExactlyInAnyOrder(jurgen, jurgens);
        assertThat(alex.walk(Map.of("q", "juergen schmidt"))).contains(jurgen);
        assertThat(alex.walk(Map.of("q", "hernandes"))).containsExactly(maria);
        assertThat(alex.walk(Map.of("q", "maira hernandez"))).containsExactly(maria);
        assertThat(alex.walk(Map.of("q", "xylophone"))).isEmpty();
        assertThat(alex.walk(Map.of("q", "maira acme"))).isEmpty();
    }

    @Test
    void shouldFindByAWordOfWhichOnlyTheFirstLetterIsTyped() {
        var jane = alex.add(Map.of("displayName", "Jane Doe", "organization", "Acme"));
        var john = alex.add(Map.of("displayName", "John Dahl", "organization", "Bolt"));

        assertThat(alex.walk(Map.of("q", "jane d"))).containsExactly(jane);
        assertThat(alex.walk(Map.of("q", "d bolt"))).containsExactly(john);
        assertThat(alex.walk(Map.of("q", "d j"))).containsExactlyInAnyOrder(jane, john);
        assertThat(alex.walk(Map.of("q", "jonh d"))).containsExactly(john);
        assertThat(alex.walk(Map.of("q", "jane x"))).isEmpty();
        assertThat(alex.page(Map.of("q", "jane d", "total", true)).getLong("total"))
                .isEqualTo(1);
    }

    @Test
    void shouldPutTheBestMatchFirstAndPageThroughTheRest() {
        var noted = alex.add(Map.of("displayName", "Zoe", "notes", "introduced Ann Lee"));
        var within = alex.add(Map.of("displayName", "Mary Ann Lee"));
        var begins = alex.add(Map.of("displayName", "Ann Leeson"));
        var exact = alex.add(Map.of("displayName", "Ann Lee"));

        assertThat(alex.walk(Map.of("q", "ann lee", "limit", 1))).containsExactly(exact, begins, within, noted);
        assertThat(alex.walk(Map.of("q", "ann lee", "limit", 1, "sort", "name")))
                .containsExactly(exact, begins, within, noted);
        assertThat(alex.walk(Map.of("q", "ann lee", "limit", 1, "sort", "created")))
                .containsExactly(noted, within, begins, exact);
    }

    @Test
    void shouldPageThroughWhatIsAlikeToo() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> alex.add(Map.of("displayName", "Katharina " + i)))
                .toList();

        assertThat(alex.walk(Map.of("q", "katarina", "limit", 2))).containsExactlyElementsOf(all);
    }

    @Test
    void shouldFindWhatAPatchPutsInAndNoLongerWhatItTakesOut() {
        var id = alex.add(Map.of("displayName", "Jane", "notes", "met in Lisbon"));
        assertThat(alex.walk(Map.of("q", "lisbon"))).containsExactly(id);

        alex.patch(id, "*", Map.of("notes", "met in Porto")).then().statusCode(200);

        assertThat(alex.walk(Map.of("q", "lisbon"))).isEmpty();
        assertThat(alex.walk(Map.of("q", "porto"))).containsExactly(id);
        alex.delete(id, "*").then().statusCode(204);
        assertThat(alex.walk(Map.of("q", "porto"))).isEmpty();
    }

    @Test
    void shouldCountAllPagesOnlyWhenAsked() {
        IntStream.range(0, 5).forEach(i -> alex.add(Map.of("displayName", "Jane " + i)));

        assertThat(alex.page(Map.of("limit", 2)).getMap("$")).doesNotContainKey("total");
        assertThat(alex.page(Map.of("limit", 2, "total", true)).getLong("total"))
                .isEqualTo(5);
        assertThat(alex.page(Map.of("limit", 2, "total", true, "q", "jane")).getLong("total"))
                .isEqualTo(5);
        assertThat(alex.page(Map.of("total", true, "q", "nobody")).getLong("total"))
                .isZero();
    }

    @Test
    void shouldShowOnlyTheFieldsAskedForAndRefuseUnknownOnes() {
        alex.add(Map.of("displayName", "Jane", "title", "CEO", "emails", List.of("jane@example.org")));

        assertThat(alex.page(Map.of("fields", "displayName, emails")).<String, Object>getMap("items[0]"))
                .containsOnlyKeys("id", "displayName", "emails");
        alex.request()
                .queryParam("fields", "displayName,shoeSize")
                .get(Client.CONTACTS)
                .then()
                .statusCode(400)
                .body("violations.field", contains("fields"));
    }

    @Test
    void shouldFindByExactKeysWhateverTheirSpelling() {
        var id = alex.add(
                Map.of("displayName", "Jane", "organization", "Müller & Söhne", "emails", List.of("Jane@Example.ORG")));
        var brought = alex.add(Map.of("displayName", "Tom", "introducedBy", id));

        assertThat(alex.walk(Map.of("organization", "MULLER & sohne"))).containsExactly(id);
        assertThat(alex.walk(Map.of("organization", "muller"))).isEmpty();
        assertThat(alex.walk(Map.of("address", "mailto:JANE@example.org"))).containsExactly(id);
        assertThat(alex.walk(Map.of("introducedBy", id))).containsExactly(brought);
        alex.request()
                .queryParam("address", "nonsense")
                .get(Client.CONTACTS)
                .then()
                .statusCode(400)
                .body("violations.field", contains("address"));
    }
}
