package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.SomeDetails;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import dev.rapport.events.Relationship;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnitedDetailsTest {

    private static final UUID SURVIVOR = SomeDetails.id(1);
    private static final UUID OTHER = SomeDetails.id(2);
    private static final UUID THIRD = SomeDetails.id(3);
    private static final List<String> LISTS = List.of(
            "emails",
            "phones",
            "handles",
            "websites",
            "interests",
            "languages",
            "circles",
            "anniversaries",
            "postalAddresses");

    @Property(tries = 500)
    void shouldLoseNoItemOfAnybodysListsWhenUnited(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two, @ForAll("any") ContactDetails three) {
        var united = DetailsJson.tree(united(one, two, three));

        for (var list : LISTS) {
            for (var part : List.of(one, two, three)) {
                assertThat(items(united, list)).containsAll(items(DetailsJson.tree(part), list));
            }
            assertThat(items(united, list)).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 500)
    void shouldKeepEveryFieldThatAnybodyHasWhenUnited(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two, @ForAll("any") ContactDetails three) {
        var united = united(one, two, three);

        assertThat(united.customFields().keySet())
                .containsAll(one.customFields().keySet())
                .containsAll(two.customFields().keySet())
                .containsAll(three.customFields().keySet());
        assertThat(united.labels()).containsAllEntriesOf(one.labels());
        for (var part : List.of(one, two, three)) {
            assertThat(part.notes() == null || united.notes().contains(part.notes()))
                    .isTrue();
            assertThat(part.title() != null && united.title() == null).isFalse();
            assertThat(part.birthday() != null && united.birthday() == null).isFalse();
        }
        assertThat(united.title()).isEqualTo(first(one.title(), two.title(), three.title()));
    }

    @Property(tries = 500)
    void shouldChangeNothingWhenTheSameIsUnitedAgain(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        var once = united(one, two);

        assertThat(united(once, two)).isEqualTo(once);
        assertThat(united(one, one)).isEqualTo(one);
        assertThat(united(once, one)).isEqualTo(once);
    }

    @Property(tries = 500)
    void shouldTakeFromTheChosenContactExactlyWhatItHas(
            @ForAll("any") ContactDetails one, @ForAll("any") ContactDetails two) {
        var choose = Map.of("title", OTHER, "emails", OTHER, "interests", OTHER, "relationship", OTHER, "notes", OTHER);

        var united = UnitedDetails.of(new Part(SURVIVOR, one), List.of(new Part(OTHER, two)), choose);

        assertThat(united.title()).isEqualTo(two.title());
        assertThat(united.emails()).isEqualTo(two.emails());
        assertThat(united.interests()).isEqualTo(two.interests());
        assertThat(united.relationship()).isEqualTo(two.relationship());
        assertThat(united.notes()).isEqualTo(two.notes());
    }

    @Test
    void shouldPreferTheSurvivorAndFillItsGaps() {
        var united = united(
                of(
                        "{'givenName':'Jane','title':'CTO','emails':['a@example.org'],'relationship':'other','notes':'one'}"),
                of("{'displayName':'JD','familyName':'Doe','title':'CEO','emails':['b@example.org','a@example.org'],"
                        + "'relationship':'peer','notes':'two'}"));

        assertThat(united.name()).isEqualTo("Jane Doe");
        assertThat(united.title()).isEqualTo("CTO");
        assertThat(united.emails()).containsExactly("a@example.org", "b@example.org");
        assertThat(united.relationship()).isEqualTo(Relationship.PEER);
        assertThat(united.notes()).isEqualTo("one\n\ntwo");
    }

    @Test
    void shouldNotBeIntroducedByItselfWhenTheIntroducerIsMerged() {
        var introduced = of("{'givenName':'Jane','introducedBy':'" + OTHER + "'}");
        var introducer = of("{'givenName':'Jane','introducedBy':'" + THIRD + "'}");

        var united = UnitedDetails.of(new Part(SURVIVOR, introduced), List.of(new Part(OTHER, introducer)), Map.of());

        assertThat(united.introducedBy()).isEqualTo(THIRD);
    }

    @Provide
    Arbitrary<ContactDetails> any() {
        return SomeDetails.any();
    }

    private static ContactDetails united(ContactDetails survivor, ContactDetails... others) {
        var parts = Stream.of(others).map(it -> new Part(OTHER, it)).toList();
        return UnitedDetails.of(new Part(SURVIVOR, survivor), parts, Map.of());
    }

    private static ContactDetails of(String json) {
        try {
            return UnitedDetails.normal((ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<JsonNode> items(JsonNode tree, String list) {
        var items = new java.util.ArrayList<JsonNode>();
        tree.path(list).forEach(items::add);
        return items;
    }

    private static String first(String... values) {
        return Stream.of(values).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }
}
