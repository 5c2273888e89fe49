package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.api.paging.Page;
import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Searches what a model searches in memory: the same contacts in the same order, whatever the size of the page, so wherever
 * a page ends between those whose names begin as asked and the others, and whichever words count as common.
 */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactSearchOrderTest {

    /** More than are read in the order of names for a page of one. */
    private static final int CONTACTS = 250;

    private static final int SEARCHES = 12;
    private static final int MOST_PAGES = 8;
    /** Few and alike, so that every search finds several, in every rank, with equal names among them. */
    private static final List<String> WORDS =
            List.of("Ann", "Änne", "anna", "Lee", "leeson", "Al", "a", "O'Lee", "7", "李");

    private final Client alex = Client.inNewWorkspace();

    @Inject
    CommonWords common;

    @AfterEach
    void forget() {
        common.learn(Map.of());
    }

    private record Known(String id, String name, List<String> words) {

        int distance(List<String> beginnings) {
            var asked = String.join(" ", beginnings);
            return name.equals(asked)
                    ? 0
                    : name.startsWith(asked) ? 1 : haveAll(SearchWords.of(name), beginnings) ? 2 : 3;
        }

        boolean has(List<String> beginnings) {
            return haveAll(words, beginnings);
        }

        private static boolean haveAll(List<String> words, List<String> beginnings) {
            return beginnings.stream().allMatch(it -> words.stream().anyMatch(word -> word.startsWith(it)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldFindWhatAModelFindsInItsOrder(int seed) {
        var random = new Random(seed);
        var known = add(random);
        for (int search = 0; search < SEARCHES; search++) {
            common.learn(someWords(random));
            var q = text(random, 2);
            q = q.substring(0, q.offsetByCodePoints(0, 1 + random.nextInt(q.codePointCount(0, q.length()))));
            var words = SearchWords.of(q);
            var expected = known.stream()
                    .filter(it -> !words.isEmpty() && it.has(words))
                    .sorted(Comparator.comparing((Known it) -> it.distance(words))
                            .thenComparing(Known::name)
                            .thenComparing(Known::id))
                    .map(Known::id)
                    .toList();
            if (!expected.isEmpty()) {
                var limit = 1 + Math.min(expected.size() / (1 + random.nextInt(MOST_PAGES)), Page.MAX - 1);
                var parameters = new HashMap<String, Object>(Map.of("q", q, "limit", limit));

                assertThat(alex.walk(parameters)).as("%s", parameters).isEqualTo(expected);

                parameters.put("owner", alex.member());
                assertThat(alex.walk(parameters)).as("%s", parameters).isEqualTo(expected);
                assertThat(alex.page(Map.of("q", q, "total", true, "limit", 1)).getInt("total"))
                        .isEqualTo(expected.size());
            }
        }
    }

    private List<Known> add(Random random) {
        var items = IntStream.range(0, CONTACTS)
                .mapToObj(i -> Map.of("displayName", text(random, 3), "notes", text(random, 3)))
                .toList();
        var ids = alex.add(items);
        var known = new ArrayList<Known>();
        for (int i = 0; i < CONTACTS; i++) {
            var name = items.get(i).get("displayName");
            known.add(new Known(
                    ids.get(i),
                    SearchWords.fold(name),
                    SearchWords.of(name + " " + items.get(i).get("notes"))));
        }
        return known;
    }

    private Map<String, Double> someWords(Random random) {
        return Stream.of(Lexemes.in(alex.workspace()), Lexemes.ofNames(alex.workspace()))
                .flatMap(lexemes -> lexemes.of(SearchWords.of(String.join(" ", WORDS))).stream())
                .filter(lexeme -> random.nextBoolean())
                .collect(Collectors.toMap(lexeme -> lexeme, lexeme -> 1e6));
    }

    private static String text(Random random, int mostWords) {
        return IntStream.rangeClosed(0, random.nextInt(mostWords))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
