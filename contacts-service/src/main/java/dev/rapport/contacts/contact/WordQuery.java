package dev.rapport.contacts.contact;

import dev.rapport.contacts.contact.Lexemes.Term;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A search by words as {@code tsquery}.
 *
 * @param whole what contacts must match
 * @param indexed what the index is asked for: without terms so common that it would go through a great many contacts, only to
 *     drop them for the few that other terms leave
 * @param isCommon whether very many contacts match each of the terms
 */
record WordQuery(String whole, String indexed, boolean isCommon) {

    /** To put together so many contacts costs the index milliseconds, and to read them costs tens. */
    private static final int MANY = 20_000;
    /** A single lexeme has its contacts in order, and the index skips along those: slowly only where they are so many. */
    private static final int MOST_IN_ORDER = 200_000;

    /**
     * @param terms all of which must match, each by any of its alternatives
     * @param matching how many contacts are known to match a term
     */
    static WordQuery of(List<List<Term>> terms, ToDoubleFunction<Term> matching) {
        var indexed = terms.stream()
                .filter(alternatives -> alternatives.stream()
                        .allMatch(it -> matching.applyAsDouble(it) < (it.isBeginning() ? MANY : MOST_IN_ORDER)))
                .toList();
        boolean isCommon = terms.stream()
                .allMatch(alternatives -> alternatives.stream().anyMatch(it -> matching.applyAsDouble(it) >= MANY));
        return new WordQuery(query(terms), query(indexed.isEmpty() ? terms : indexed), isCommon);
    }

    /** Whether the index alone finds what matches. */
    boolean isIndexed() {
        return indexed.equals(whole);
    }

    /** What must still be compared on what the index finds, as a condition on {@code c} with {@code :whole}. */
    String rest() {
        return isIndexed() ? "true" : "c.words @@ :whole::tsquery";
    }

    private static String query(Collection<List<Term>> terms) {
        return terms.stream()
                .map(alternatives ->
                        alternatives.stream().map(Term::query).collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }
}
