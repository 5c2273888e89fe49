package dev.rapport.contacts.contact;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Turns the words of a search into what PostgreSQL is asked for: the words themselves, or those that are alike. */
@ApplicationScoped
class SoughtWords {

    private static final int MOST_ALIKE = 8;
    /** Shorter words are alike to too many, and numbers are not misspelt but others. */
    private static final Pattern MISSPELT = Pattern.compile("\\p{L}{3,}");
    /** Jaro-Winkler similarity from which words count as alike: "maira" and "maria" have 0.94, "jane" and "john" 0.70. */
    private static final double ALIKE_FROM = 0.85;
    /** How many words the index offers to choose from. */
    private static final int MOST_OFFERED = 200;
    /** So short beginnings stand for a great many words, all of which the index would read. */
    private static final int SHORT = 2;
    /** Up to so many contacts are looked through for the short ones. */
    private static final int FEW = 1_000;

    private static final String ALIKE = """
            select word from contact_word
            where workspace_id = :workspace and (word %s :word or word like '%%' || :word || '%%')
            order by similarity(word, :word) desc, word
            limit :limit""";

    /** The CTE hides from the planner that it may stop early, which it would hope for on the wrong index. */
    private static final String ANY_BUT_FEW = """
            with found as materialized (
                select 1 from contact c
                where c.workspace_id = :workspace and c.words @@ :words::tsquery and c.deleted_at is null
            )
            select 1 from found limit 1 offset :few""";

    private final WorkspaceSql sql;
    private final CurrentMember member;

    @Inject
    SoughtWords(WorkspaceSql sql, CurrentMember member) {
        this.sql = sql;
        this.member = member;
    }

    /** How near a word must come to the one that is sought. */
    enum Nearness {
        /** It begins so. */
        EXACT(null),
        /** Most of its trigrams are the same, as when a letter is missing or wrong: pg_trgm.strict_word_similarity_threshold. */
        CLOSE("%>>"),
        /** Some are, as when two letters are swapped: pg_trgm.similarity_threshold. To look for them costs far more. */
        FAR("%");

        private final String operator;

        Nearness(String operator) {
            this.operator = operator;
        }
    }

    /**
     * Two conditions, both of which must hold.
     *
     * @param indexed what the index is asked for
     * @param filtered what is looked for in whatever the index finds; null for nothing
     */
    record Sought(String indexed, String filtered) {}

    private record Term(String word, String query) {

        boolean isShort() {
            return word.length() <= SHORT;
        }
    }

    /** The conditions for these words; empty when nothing comes near one of them. */
    Optional<Sought> of(List<String> words, Nearness nearness) {
        var terms = new ArrayList<Term>();
        for (var word : words) {
            var known = nearness != Nearness.EXACT && MISSPELT.matcher(word).matches()
                    ? known(word, nearness)
                    : List.of(word);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            var choice = known.stream().map(it -> lexeme(it) + ":*").collect(Collectors.joining(" | "));
            terms.add(new Term(word, "(" + choice + ")"));
        }
        return Optional.of(divided(terms));
    }

    private Sought divided(List<Term> terms) {
        var byLength = terms.stream().collect(Collectors.partitioningBy(Term::isShort));
        var longer = all(byLength.get(false));
        boolean isMixed = byLength.values().stream().noneMatch(List::isEmpty);
        return isMixed && areFew(longer) ? new Sought(longer, all(byLength.get(true))) : new Sought(all(terms), null);
    }

    private boolean areFew(String words) {
        return sql.first(ANY_BUT_FEW, Map.of("words", words, "few", FEW), row -> row.getInt(1))
                .isEmpty();
    }

    private List<String> known(String word, Nearness nearness) {
        var offered = sql.list(
                ALIKE.formatted(nearness.operator),
                Map.of("word", word, "limit", MOST_OFFERED),
                row -> row.getString(1));
        var likeness = new JaroWinklerSimilarity();
        return offered.stream()
                .filter(it -> it.contains(word) || likeness.apply(it, word) >= ALIKE_FROM)
                .sorted(Comparator.comparingDouble((String it) -> -likeness.apply(it, word)))
                .limit(MOST_ALIKE)
                .toList();
    }

    private static String all(List<Term> terms) {
        return terms.stream().map(Term::query).collect(Collectors.joining(" & "));
    }

    /** Words are letters and digits, workspaces have no quotes: nothing in it needs an escape. */
    private String lexeme(String word) {
        return "'" + member.workspace() + " " + word + "'";
    }
}
