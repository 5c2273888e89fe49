package dev.rapport.contacts.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What a person is called, in the form in which names are compared: words in lower case, without accents.
 *
 * @param given the first given name; null when only one word is known
 * @param family the last word of the family name; null when only one word is known
 * @param words all of them, each once; none when the contact goes by its organization or an address
 */
public record PersonName(String given, String family, List<String> words) {

    private static final int SOUNDS = 6;

    /** The name of a contact: its parts, or else what its owner calls it. */
    public static PersonName of(ContactDetails it) {
        var parts = Stream.of(it.givenName(), it.middleName(), it.familyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        var called = Stream.of(it.displayName(), it.nickname())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        var words = SearchWords.of(parts.isEmpty() ? givenFirst(called) : parts);
        if (words.size() < 2) {
            return new PersonName(null, null, words);
        }
        var given = SearchWords.of(it.givenName());
        var family = SearchWords.of(it.familyName());
        return new PersonName(
                given.isEmpty() ? words.get(0) : given.get(0),
                family.isEmpty() ? words.get(words.size() - 1) : family.get(family.size() - 1),
                words);
    }

    /** How given and family name sound, in whichever order they come; empty unless both are known. */
    Optional<String> sounds() {
        return isWhole()
                ? Optional.of(Stream.of(sound(given), sound(family)).sorted().collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    /**
     * The given name's initial and the family name's consonants, each once and sorted: what most slips of the pen leave as it
     * is. Empty unless both names are known.
     */
    Optional<String> letters() {
        return isWhole()
                ? Optional.of(given.substring(0, given.offsetByCodePoints(0, 1)) + " " + consonants(family))
                : Optional.empty();
    }

    private boolean isWhole() {
        return given != null && family != null;
    }

    /** Double Metaphone (Philips 2000) where it applies; names in other scripts, and numbers, sound like themselves only. */
    private static String sound(String word) {
        if (!word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return word;
        }
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(SOUNDS);
        var code = metaphone.doubleMetaphone(word);
        return code.isEmpty() ? word : code;
    }

    private static String consonants(String word) {
        var letters = word.codePoints()
                .filter(letter -> "aeiouy".indexOf(letter) < 0)
                .distinct()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return letters.isEmpty() ? word : letters;
    }

    /** {@code Doe, Jane} is Jane Doe. */
    private static String givenFirst(String called) {
        int comma = called.indexOf(',');
        var before = comma < 0 ? "" : called.substring(0, comma).strip();
        return before.isEmpty() || before.contains(" ") ? called : called.substring(comma + 1) + " " + before;
    }
}
