package dev.rapport.engagement.signal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The words of a text that tell something: in lower case, without accents, punctuation and the words that every such text
 * has.
 */
record Words(Set<String> all) {

    /**
     * From here on one word is a form of the other: opened and opens are at 0.893, president and precedent at 0.863. The
     * measure is Winkler's ("String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
     * Linkage", 1990).
     */
    private static final double SAME_WORD = 0.89;
    /** Shorter words are too easily alike: cto and coo. */
    private static final int LONG = 5;

    private static final JaroWinklerSimilarity MEASURE = new JaroWinklerSimilarity();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** The article, unlike the letter of a series A at the end of a text. */
    private static final Pattern ARTICLE = Pattern.compile("\\ba (?=\\p{L})");

    private static final Set<String> EMPTY_WORDS =
            Set.of(("an the at in of as to for and with on by from is was are be been"
                            + " has have had her his their its she he they s just got get gets now new started starts starting begins"
                            + " position job role career promoted promotion appointed named becomes became joined joins joining"
                            + " congratulations congrats announced happy proud share excited inc llc ltd limited corp corporation"
                            + " company co gmbh ag se plc sa srl bv kg und der die das bei ist jetzt als zum zur neue neuer")
                    .split(" "));
    private static final Map<Pattern, String> SHORT_FORMS = shortForms();

    static Words of(String text) {
        if (text == null) {
            return new Words(Set.of());
        }
        var folded = ARTICLE.matcher(folded(text)).replaceAll("");
        for (var form : SHORT_FORMS.entrySet()) {
            folded = form.getKey().matcher(folded).replaceAll(form.getValue());
        }
        return new Words(Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    Words without(Words others) {
        return new Words(
                all.stream().filter(word -> !others.all.contains(word)).collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** How many of these words the other text has, in this or another form. */
    int sharedWith(Words other) {
        return (int) all.stream().filter(other::has).count();
    }

    /** Whether both name numbers, and not the same: a tenth and an eleventh anniversary are two. */
    boolean contradicts(Words other) {
        var mine = numbers();
        var others = other.numbers();
        return !mine.isEmpty() && !others.isEmpty() && !mine.equals(others);
    }

    private boolean has(String word) {
        return all.contains(word) || all.stream().anyMatch(it -> isForm(it, word));
    }

    private static boolean isForm(String one, String other) {
        if (Math.min(one.length(), other.length()) < LONG || hasDigit(one) || hasDigit(other)) {
            return false;
        }
        // The measure of two words of the same length may depend on their order.
        double similarity = one.compareTo(other) <= 0 ? MEASURE.apply(one, other) : MEASURE.apply(other, one);
        return similarity >= SAME_WORD;
    }

    private Set<String> numbers() {
        return all.stream().filter(Words::hasDigit).collect(Collectors.toSet());
    }

    private static boolean hasDigit(String word) {
        return word.codePoints().anyMatch(Character::isDigit);
    }

    private static String folded(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(bare.toLowerCase(Locale.ROOT).replace("ß", "ss"))
                .replaceAll(" ")
                .strip();
    }

    private static Map<Pattern, String> shortForms() {
        var forms = new LinkedHashMap<Pattern, String>();
        Map.of(
                        "chief executive officer", "ceo",
                        "chief technology officer", "cto",
                        "chief financial officer", "cfo",
                        "chief operating officer", "coo",
                        "chief marketing officer", "cmo",
                        "senior vice president", "svp",
                        "executive vice president", "evp",
                        "sr", "senior",
                        "jr", "junior")
                .forEach((phrase, form) -> forms.put(Pattern.compile("\\b" + phrase + "\\b"), form));
        // After the longer ones, of which it is a part.
        forms.put(Pattern.compile("\\bvice president\\b"), "vp");
        return forms;
    }
}
