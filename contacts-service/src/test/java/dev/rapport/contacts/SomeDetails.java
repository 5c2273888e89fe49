package dev.rapport.contacts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.UnitedDetails;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Details of people drawn from few values, so that they often share some. */
public final class SomeDetails {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, List<?>> TEXTS = new TreeMap<>(Map.of(
            "displayName", List.of("Jane Doe", "JD"),
            "givenName", List.of("Jane", "Jayne", "John", "Anna"),
            "familyName", List.of("Doe", "Dow", "Smith"),
            "nameSuffix", List.of("Jr.", "Sr."),
            "organization", List.of("Acme", "ACME", "Globex"),
            "title", List.of("CTO", "CEO"),
            "relationship", List.of("client", "peer", "other"),
            "birthday", List.of("1985-04-12", "--04-12", "1990-01-01"),
            "notes", List.of("met in Rome", "likes tea"),
            "timeZone", List.of("Europe/Berlin", "Asia/Tokyo")));

    private static final Map<String, List<?>> LISTS = new TreeMap<>(Map.of(
            "emails", List.of("a@example.org", "b@example.org", "info@example.org"),
            "phones", List.of("+4930123456", "+4930123457"),
            "handles", List.of("linkedin:jane", "mastodon:jane"),
            "websites", List.of("https://a.example.org", "https://b.example.org"),
            "interests", List.of("sailing", "chess", "go"),
            "languages", List.of("de", "en"),
            "circles", List.of(id(91), id(92)),
            "anniversaries",
                    List.of(
                            Map.of("label", "wedding", "date", "--06-05"),
                            Map.of("label", "founding", "date", "2010-06-05")),
            "postalAddresses", List.of(Map.of("locality", "Berlin"), Map.of("locality", "Rome"))));

    private static final Map<String, List<?>> OBJECTS = new TreeMap<>(Map.of(
            "labels", List.of(Map.of("a@example.org", "work"), Map.of("a@example.org", "home", "+4930123456", "work")),
            "customFields", List.of(Map.of("tier", "gold"), Map.of("tier", "silver", "size", 3)),
            "cadence", List.of(Map.of("ideal", "P30D", "longest", "P45D")),
            "firstMeeting", List.of(Map.of("where", "Rome"))));

    private SomeDetails() {}

    /** In their normal form. */
    public static Arbitrary<ContactDetails> any() {
        return Arbitraries.randoms().map(SomeDetails::of);
    }

    /** In their normal form, as this source of chance has it. */
    public static ContactDetails of(Random random) {
        return UnitedDetails.normal(tree(random));
    }

    /** As a client may state them. */
    public static ObjectNode tree(Random random) {
        var tree = JSON.createObjectNode().put("owner", "alex");
        TEXTS.forEach((field, values) -> maybe(tree, random, field, pick(values, random)));
        OBJECTS.forEach((field, values) -> maybe(tree, random, field, pick(values, random)));
        LISTS.forEach((field, values) -> tree.set(
                field,
                JSON.valueToTree(
                        values.stream().filter(value -> random.nextInt(3) == 0).toList())));
        if (!tree.has("displayName") && !tree.has("givenName")) {
            tree.put("nickname", "Nick");
        }
        tree.put("relationship", tree.path("relationship").asText("other"));
        return tree;
    }

    /** A fixed id for each number. */
    public static UUID id(int number) {
        return new UUID(0x7000, number);
    }

    private static Object pick(List<?> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static void maybe(ObjectNode tree, Random random, String field, Object value) {
        if (random.nextBoolean()) {
            tree.set(field, JSON.valueToTree(value));
        }
    }
}
