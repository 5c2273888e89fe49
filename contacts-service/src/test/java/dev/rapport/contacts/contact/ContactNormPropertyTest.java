package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.Relationship;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContactNormPropertyTest {

    private static final List<String> EMAILS =
            List.of("jane@example.org", " Jane@Example.ORG ", "j.d+x@münchen.example", "a@xn--mnchen-3ya.example");
    private static final List<String> PHONES =
            List.of("+4930123456", "+49 (30) 123456", "tel:+49-30-123456", "+1 415 555 2671", "+44 20 7946 0958");
    private static final List<String> HANDLES =
            List.of("linkedin:jane-doe", "LinkedIn:jane-doe", "mastodon:@jane@example.org", " github:Jane ");
    private static final List<String> WEBSITES =
            List.of("https://jane.example.org", " HTTPS://Jane.example.org/ ", "http://example.org/a?b=c");
    private static final List<String> LANGUAGES =
            List.of("de", "DE-de", "en-GB", "zh-hant-tw", "iw", "sl-rozaj", "de-DE-u-co-phonebk", "sr-Latn");
    private static final List<String> DAYS = List.of("1985-04-12", "--04-12", "--02-29", "2000-02-29");
    private static final List<JsonNode> VALUES = List.of(
            IntNode.valueOf(0),
            IntNode.valueOf(100),
            DoubleNode.valueOf(0.1),
            DoubleNode.valueOf(1e-7),
            BooleanNode.FALSE,
            TextNode.valueOf(" gold "));

    @Provide
    Arbitrary<ContactDetails> stated() {
        return Arbitraries.randomValue(random -> Stated.by(random).details());
    }

    @Property
    void shouldChangeNothingWhenNormalisingTwice(@ForAll("stated") ContactDetails stated) {
        var once = ContactNorm.of(stated, "alex", stated.customFields());

        var twice = ContactNorm.of(once, "somebody-else", once.customFields());

        assertThat(twice).isEqualTo(once);
        assertThat(DetailsJson.write(twice)).isEqualTo(DetailsJson.write(once));
    }

    @Property
    void shouldEqualItselfWhenItWasStored(@ForAll("stated") ContactDetails stated) {
        var normal = ContactNorm.of(stated, "alex", stated.customFields());

        var kept = DetailsJson.read(DetailsJson.write(normal), ContactDetails.class);

        assertThat(kept).isEqualTo(normal);
        assertThat(DetailsJson.with(kept, "circles", kept.circles())).isEqualTo(normal);
        assertThat(ContactNorm.of(kept, "somebody-else", kept.customFields())).isEqualTo(normal);
    }

    @Property
    void shouldLoseNothingThatTellsTheContactApart(@ForAll("stated") ContactDetails stated) {
        var normal = ContactNorm.of(stated, "alex", stated.customFields());

        assertThat(normal.notes()).isEqualTo(stated.notes());
        assertThat(normal.givenName()).isEqualTo(stated.givenName());
        assertThat(normal.emails()).doesNotHaveDuplicates();
        assertThat(normal.emails().isEmpty()).isEqualTo(stated.emails().isEmpty());
        assertThat(normal.addresses()).containsAll(labelled(normal));
        assertThat(normal.circles()).isSorted().containsAll(stated.circles());
        assertThat(DisplayName.of(normal)).isEqualTo(DisplayName.of(stated).map(name -> normal.name()));
    }

    private static List<String> labelled(ContactDetails normal) {
        return normal.labels().keySet().stream()
                .filter(key -> !normal.websites().contains(key))
                .toList();
    }

    /** Contacts as clients might state them. */
    private record Stated(Random random) {

        static Stated by(Random random) {
            return new Stated(random);
        }

        ContactDetails details() {
            var emails = some(EMAILS);
            var phones = some(PHONES);
            var handles = some(HANDLES);
            return new ContactDetails(
                    maybe(List.of("Jane Doe", " Jane Doe ", "JD", "Acme", "jane@example.org")),
                    maybe(List.of("Dr.")),
                    maybe(List.of("Jane", "  Jane", "👋")),
                    maybe(List.of("van")),
                    maybe(List.of("Doe", "Doe \t")),
                    maybe(List.of("Jr.")),
                    maybe(List.of("JD")),
                    maybe(List.of("jeyn")),
                    maybe(List.of("doh")),
                    emails,
                    phones,
                    handles,
                    labels(emails, phones, handles),
                    some(WEBSITES),
                    some(List.of(address("home"), address("work"))),
                    maybe(List.of("Acme", " Acme")),
                    maybe(List.of("Sales")),
                    maybe(List.of("CEO")),
                    maybe(List.of("Mining")),
                    maybe(List.of(Relationship.values())),
                    some(List.of("sailing", "Sailing", " sailing")),
                    some(LANGUAGES),
                    maybe(List.of("Europe/Berlin")),
                    maybe(DAYS.stream().map(PartialDate::parse).toList()),
                    some(DAYS.stream()
                            .map(day -> new Anniversary("wedding", PartialDate.parse(day)))
                            .toList()),
                    maybe(List.of(new FirstMeeting(null, null, null), new FirstMeeting("by chance", null, null))),
                    maybe(List.of(new UUID(1, 1))),
                    some(List.of(new UUID(3, 3), new UUID(-1, 1), new UUID(2, 2))),
                    maybe(List.of(
                            new OwnCadence(Period.ofDays(30), null, null),
                            new OwnCadence(
                                    Period.ofMonths(1),
                                    Period.ofYears(1),
                                    List.of(InteractionKind.CALL, InteractionKind.CALL)))),
                    maybe(List.of("kim")),
                    maybe(List.of(" notes\r\n", "e\u0301 vs \u00e9")),
                    customFields(),
                    maybe(List.of(new Photo("image/png", 3, "00"))));
        }

        private Map<String, String> labels(List<String> emails, List<String> phones, List<String> handles) {
            var labels = new LinkedHashMap<String, String>();
            for (var addresses : List.of(emails, phones, handles)) {
                addresses.stream().filter(it -> random.nextBoolean()).forEach(it -> labels.put(it, " work"));
            }
            return labels;
        }

        private Map<String, JsonNode> customFields() {
            var fields = new LinkedHashMap<String, JsonNode>();
            some(List.of("zeta", "alpha", "tier")).forEach(key -> fields.put(key, one(VALUES)));
            return fields;
        }

        private static PostalAddress address(String label) {
            return new PostalAddress(label, null, null, "Unter den Linden 1\n", "Berlin", null, "10117", null);
        }

        private <T> T maybe(List<T> values) {
            return random.nextBoolean() ? one(values) : null;
        }

        private <T> List<T> some(List<T> values) {
            return IntStream.range(0, random.nextInt(5))
                    .mapToObj(i -> one(values))
                    .toList();
        }

        private <T> T one(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
