package dev.rapport.demo.network;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.datafaker.Faker;

/**
 * Made-up people: the same seed gives the same people. Addresses lie under the reserved top-level domain
 * {@code .example} (RFC 2606) and are unique.
 */
final class People {

    private static final List<String> LANGUAGES = List.of("en", "en", "en", "de", "fr", "es", "pl", "it");
    private static final List<String> RELATIONSHIPS = List.of(
            "client", "client", "client", "partner", "partner", "peer", "peer", "peer", "prospect", "mentor", "other");
    private static final List<String> INTERESTS = List.of(
            "sailing",
            "open source",
            "photography",
            "chess",
            "cycling",
            "renewable energy",
            "jazz",
            "history",
            "machine learning",
            "hiking",
            "food",
            "theatre",
            "football",
            "design",
            "gardening",
            "public transport",
            "running",
            "economics",
            "astronomy",
            "education");
    private static final int ORGANIZATIONS = 40;

    private final Random random;
    private final List<Faker> fakers;
    private final List<String> organizations;
    private final Set<String> taken = new HashSet<>();

    People(long seed) {
        random = new Random(seed);
        fakers = LANGUAGES.stream()
                .map(language -> new Faker(Locale.forLanguageTag(language), random))
                .toList();
        organizations = IntStream.range(0, ORGANIZATIONS)
                .mapToObj(i -> fakers.get(0).company().name())
                .toList();
    }

    /** The next person, without a cadence. */
    Person next() {
        Faker faker = pick(fakers);
        String given = faker.name().firstName();
        String family = faker.name().lastName();
        String organization = organization();
        String name = unique(ascii(given) + "." + ascii(family));
        return new Person(
                given,
                family,
                List.of(name + "@" + domain(organization)),
                List.of(),
                List.of("linkedin:" + name.replace('.', '-')),
                organization,
                title(),
                pick(RELATIONSHIPS),
                interests(),
                null);
    }

    String organization() {
        return pick(organizations);
    }

    String title() {
        return fakers.get(0).job().title();
    }

    private List<String> interests() {
        var chosen = new TreeSet<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            chosen.add(pick(INTERESTS));
        }
        return List.copyOf(chosen);
    }

    private String unique(String name) {
        String candidate = name;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = name + number;
        }
        return candidate;
    }

    private static String domain(String organization) {
        return ascii(organization.replaceAll("[ ,.].*", "")) + ".example";
    }

    /** Lower case letters and digits only. */
    static String ascii(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replaceAll("[^a-z0-9]", "");
        return plain.isEmpty() ? "x" : plain;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
