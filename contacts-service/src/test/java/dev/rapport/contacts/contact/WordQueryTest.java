package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.contacts.contact.Lexemes.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordQueryTest {

    private static final Term JANE = new Term("here jane", true);
    private static final Term JUNE = new Term("here june", true);
    private static final Term DO = new Term("here^do", false);
    private static final Term ORG = new Term("here org", true);

    @Test
    void shouldAskForEveryTermWhenNoneIsCommon() {
        var query = of(Map.of(JANE, 19_999.0, DO, 19_999.0), List.of(JANE, JUNE), List.of(DO));

        assertThat(query.whole()).isEqualTo("('here jane':* | 'here june':*) & ('here^do')");
        assertThat(query.indexed()).isEqualTo(query.whole());
        assertThat(query.isIndexed()).isTrue();
        assertThat(query.isCommon()).isFalse();
    }

    @Test
    void shouldLeaveCommonTermsToTheContactsThatOthersFind() {
        var query = of(Map.of(ORG, 20_000.0, DO, 200_000.0), List.of(JANE), List.of(ORG), List.of(DO));

        assertThat(query.indexed()).isEqualTo("('here jane':*)");
        assertThat(query.whole()).isEqualTo("('here jane':*) & ('here org':*) & ('here^do')");
        assertThat(query.isIndexed()).isFalse();
        assertThat(query.isCommon()).isFalse();
    }

    @Test
    void shouldAskForASingleLexemeUnlessItIsMostCommon() {
        var query = of(Map.of(ORG, 20_000.0, DO, 199_999.0), List.of(JANE), List.of(ORG), List.of(DO));

        assertThat(query.indexed()).isEqualTo("('here jane':*) & ('here^do')");
    }

    @Test
    void shouldLeaveATermOfWhichOneAlternativeIsCommon() {
        var query = of(Map.of(JUNE, 30_000.0), List.of(JANE, JUNE), List.of(DO));

        assertThat(query.indexed()).isEqualTo("('here^do')");
    }

    @Test
    void shouldAskForAllWhenAllAreCommon() {
        var query = of(Map.of(ORG, 30_000.0, JANE, 30_000.0), List.of(ORG), List.of(JANE));

        assertThat(query.isIndexed()).isTrue();
        assertThat(query.isCommon()).isTrue();
    }

    @SafeVarargs
    private static WordQuery of(Map<Term, Double> matching, List<Term>... terms) {
        return WordQuery.of(Arrays.asList(terms), term -> matching.getOrDefault(term, 0.0));
    }
}
