package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.contact.Lexemes.Term;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LexemesTest {

    private static final Lexemes LEXEMES = new Lexemes("here");

    @Property
    void shouldFindAWordByEveryBeginningAndByNothingElse(
            @ForAll("words") Set<String> words, @ForAll("word") String beginning) {
        boolean isOne = words.stream().anyMatch(word -> word.startsWith(beginning));

        assertThat(finds(LEXEMES.wordBeginning(beginning), words)).isEqualTo(isOne);
    }

    @Property
    void shouldFindAWordItself(@ForAll("words") Set<String> words, @ForAll("word") String word) {
        assertThat(finds(LEXEMES.word(word), words)).isEqualTo(words.contains(word));
    }

    @Property
    void shouldFindNothingOfAnotherPlace(@ForAll("words") Set<String> words, @ForAll("word") String beginning) {
        assertThat(finds(new Lexemes("there").wordBeginning(beginning), words)).isFalse();
    }

    @Example
    void shouldKeepShortBeginningsBesideTheWords() {
        assertThat(LEXEMES.of(List.of("jane", "jim", "d", "𝒳𝒴𝒵")))
                .containsExactly(
                        "here^ja", "here jane", "here^ji", "here jim", "here^d", "here d", "here^𝒳𝒴", "here 𝒳𝒴𝒵");
        assertThat(LEXEMES.wordBeginning("j").query()).isEqualTo("'here^j':*");
        assertThat(LEXEMES.wordBeginning("ja").query()).isEqualTo("'here^ja'");
        assertThat(LEXEMES.wordBeginning("jan").query()).isEqualTo("'here jan':*");
    }

    @Example
    void shouldSayTheWorkspaceInSevenLettersAtMost() {
        for (var workspace :
                List.of("", "a", "ws-1", "ws-2", "polygenelubricants", "b1946ac9-2f5f-4d4b-9c1c-1a2b3c4d5e6f")) {
            assertThat(Lexemes.in(workspace).place()).matches("[0-9a-z]{1,7}");
            assertThat(Lexemes.in(workspace)).isEqualTo(Lexemes.in(workspace));
        }
        assertThat(Lexemes.in("ws-1")).isNotEqualTo(Lexemes.in("ws-2"));
    }

    @Provide
    Arbitrary<Set<String>> words() {
        return word().set().ofMaxSize(8);
    }

    /** Of few letters, so that many begin alike; one of them takes two chars. */
    @Provide
    Arbitrary<String> word() {
        return Arbitraries.of("a", "b", "7", "é", "𝒳")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(it -> String.join("", it));
    }

    private static boolean finds(Term term, Set<String> words) {
        return LEXEMES.of(words).stream().anyMatch(term::matches);
    }
}
