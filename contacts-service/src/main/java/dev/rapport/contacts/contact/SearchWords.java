package dev.rapport.contacts.contact;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which contacts are found: lower case, without accents, letters and digits only. The same for what is stored
 * and for what is sought.
 */
public final class SearchWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Letters that Unicode does not decompose, as PostgreSQL's unaccent and most people write them. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ŋ', "n"));

    private static final int LONGEST = 100;
    private static final int MOST = 2_000;

    private SearchWords() {}

    /** Text as it is compared and sorted: lower case, without accents. */
    public static String fold(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }

    /** The words of a text, each once, in order. */
    public static List<String> of(String text) {
        if (text == null) {
            return List.of();
        }
        return BETWEEN.splitAsStream(fold(text))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .distinct()
                .toList();
    }

    /** The words of its names. */
    static Set<String> names(ContactDetails it) {
        return words(Stream.of(
                it.name(),
                it.givenName(),
                it.middleName(),
                it.familyName(),
                it.nickname(),
                it.phoneticGivenName(),
                it.phoneticFamilyName()));
    }

    /** What the contact is called, and where it works: the words whose misspelling is forgiven. */
    static Set<String> called(ContactDetails it) {
        var called = new LinkedHashSet<>(names(it));
        called.addAll(words(Stream.of(it.organization(), it.title())));
        return called;
    }

    /** Everything by which the contact is found: what it is called, its addresses and notes. */
    static Set<String> all(ContactDetails it) {
        var postal = it.postalAddresses().stream()
                .flatMap(a -> Stream.of(a.street(), a.locality(), a.region(), a.postalCode(), a.country()));
        var more = Stream.of(
                        it.addresses().stream(),
                        it.websites().stream(),
                        it.interests().stream(),
                        postal,
                        Stream.of(it.department(), it.industry(), it.notes()))
                .flatMap(texts -> texts);
        var all = new LinkedHashSet<>(called(it));
        all.addAll(words(more));
        return all.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> words(Stream<String> texts) {
        return texts.map(SearchWords::of)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
