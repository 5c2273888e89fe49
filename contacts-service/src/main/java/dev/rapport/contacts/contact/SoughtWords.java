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

    private static final String ALIKE = """
            select word from contact_word
            where workspace_id = :workspace and (word %s :word or word like '%%' || :word || '%%')
            order by similarity(word, :word) desc, word
            limit :limit""";

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final CommonWords common;

    @Inject
    SoughtWords(WorkspaceSql sql, CurrentMember member, CommonWords common) {
        this.sql = sql;
        this.member = member;
        this.common = common;
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

    /** What to ask for these words; empty when nothing comes near one of them. */
    Optional<Sought> of(List<String> words, Nearness nearness) {
        var known = new ArrayList<List<String>>();
        for (var word : words) {
            var alternatives =
                    nearness != Nearness.EXACT && MISSPELT.matcher(word).matches()
                            ? known(word, nearness)
                            : List.of(word);
            if (alternatives.isEmpty()) {
                return Optional.empty();
            }
            known.add(alternatives);
        }
        return Optional.of(new Sought(
                String.join(" ", words),
                query(known, Lexemes.in(member.workspace())),
                query(known, Lexemes.ofNames(member.workspace()))));
    }

    private WordQuery query(List<List<String>> words, Lexemes lexemes) {
        var terms = words.stream()
                .map(alternatives ->
                        alternatives.stream().map(lexemes::wordBeginning).toList())
                .toList();
        return WordQuery.of(terms, common::matching);
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
}
