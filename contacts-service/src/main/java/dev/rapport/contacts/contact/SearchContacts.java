package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds contacts by words. First those that have all the words, or words that begin so; where there are none, those that have
 * words alike.
 */
@ApplicationScoped
class SearchContacts {

    private static final int MOST_WORDS = 10;
    private static final int MOST_ALIKE = 8;
    /** Shorter words are alike to too many, and numbers are not misspelt but others. */
    private static final Pattern MISSPELT = Pattern.compile("\\p{L}{3,}");
    /** Jaro-Winkler similarity from which words count as alike: "maira" and "maria" have 0.94, "jane" and "john" 0.70. */
    private static final double ALIKE_FROM = 0.85;
    /** How many words the index offers to choose from. */
    private static final int MOST_OFFERED = 200;

    /** The CTE is materialized, so that the words' index finds the few that match before anything is sorted. */
    private static final String FIND = """
            with found as materialized (
                select c.id, c.name_key, c.organization_key, c.updated_at,
                    case when c.name_key = :asked then 0
                         when starts_with(c.name_key, :asked) then 1
                         when position(:asked in c.name_key) > 0 then 2
                         else 3 end as distance
                from contact c
                where %s
            ), page as (
                select c.* from found c where %s order by %s limit :limit
            )
            select p.distance, p.name_key, %s
            from page p
            join contact c on c.workspace_id = :workspace and c.id = p.id
            order by %s""";

    private static final String BEST = "c.distance, c.name_key, c.id";
    private static final String AFTER_BEST =
            "(c.distance, c.name_key, c.id) > (:afterDistance::int, :afterKey::text, :afterId::uuid)";

    private static final String ALIKE = """
            select word from contact_word
            where workspace_id = :workspace and (word % :word or word like '%' || :word || '%')
            order by similarity(word, :word) desc, word
            limit :limit""";

    private final WorkspaceSql sql;
    private final CurrentMember member;

    @Inject
    SearchContacts(WorkspaceSql sql, CurrentMember member) {
        this.sql = sql;
        this.member = member;
    }

    /** The contacts that pass the filter and match its words. */
    Page<Contact> list(ContactFilter filter) {
        var words = SearchWords.of(filter.q()).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return new Page<>(List.of(), null, filter.total() ? 0L : null);
        }
        var exactly = beginning(words);
        var position = Position.read(filter, "exact");
        if (position.isPresent() || filter.cursor() == null) {
            var page = page(filter, exactly, "exact", position);
            if (!page.items().isEmpty() || filter.cursor() != null) {
                return page;
            }
        }
        var alike = alike(words);
        return alike.isEmpty()
                ? new Page<>(List.of(), null, filter.total() ? 0L : null)
                : page(filter, alike.get(), "alike", Position.read(filter, "alike"));
    }

    private Page<Contact> page(ContactFilter filter, String words, String mode, Optional<Position> from) {
        var query = ContactQuery.of(filter, member.workspace());
        query.matching(words);
        query.with("asked", String.join(" ", SearchWords.of(filter.q())));
        var conditions = query.conditions();
        var total = filter.total() ? count(conditions, query) : null;
        var sort = filter.sort();
        from.ifPresent(it -> it.bind(query));
        var after = from.isEmpty() ? "true" : sort == null ? AFTER_BEST : sort.after();
        var order = sort == null ? BEST : sort.orderBy();
        // The page's order again, as a join keeps none: of the page's own columns, not of the wide rows joined to them.
        var text = FIND.formatted(conditions, after, order, ContactRow.COLUMNS, order.replace("c.", "p."));
        var rows = sql.list(text, query.with("limit", filter.limit() + 1).parameters(), Found::read);
        var found = Page.of(rows, filter.limit(), row -> row.cursor(Position.list(filter, mode), sort));
        var page = found.map(Found::contact);
        return total == null ? page : page.withTotal(total);
    }

    private Long count(String conditions, ContactQuery query) {
        var parameters = new HashMap<>(query.parameters());
        return sql.first("select count(*) from contact c where " + conditions, parameters, row -> row.getLong(1))
                .orElseThrow();
    }

    private String beginning(List<String> words) {
        return words.stream().map(word -> lexeme(word) + ":*").collect(Collectors.joining(" & "));
    }

    /** For every word those that are alike; empty when one has none. */
    private Optional<String> alike(List<String> words) {
        var all = new ArrayList<String>();
        for (var word : words) {
            var known = MISSPELT.matcher(word).matches() ? known(word) : List.of(word);
            var choice = known.stream().map(it -> lexeme(it) + ":*").collect(Collectors.joining(" | "));
            all.add("(" + choice + ")");
            if (known.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(" & ", all));
    }

    private List<String> known(String word) {
        var offered = sql.list(ALIKE, Map.of("word", word, "limit", MOST_OFFERED), row -> row.getString(1));
        var likeness = new JaroWinklerSimilarity();
        return offered.stream()
                .filter(it -> it.contains(word) || likeness.apply(it, word) >= ALIKE_FROM)
                .sorted(Comparator.comparingDouble((String it) -> -likeness.apply(it, word)))
                .limit(MOST_ALIKE)
                .toList();
    }

    /** Words are letters and digits, workspaces have no quotes: nothing in it needs an escape. */
    private String lexeme(String word) {
        return "'" + member.workspace() + " " + word + "'";
    }

    private record Found(Contact contact, int distance) {

        static Found read(ResultSet row) throws SQLException {
            return new Found(ContactRow.read(row), row.getInt("distance"));
        }

        Cursor cursor(String list, ContactSort sort) {
            var key = sort == null ? SearchWords.fold(contact.details().name()) : sort.keyOf(contact);
            return Cursor.of(list, distance, key, contact.id());
        }
    }

    private record Position(int distance, String key, UUID id) {

        static String list(ContactFilter filter, String mode) {
            return "contacts:" + mode + ":" + (filter.sort() == null ? "best" : filter.sort());
        }

        /** Empty also for a cursor of the other mode; a cursor of any other list is refused. */
        static Optional<Position> read(ContactFilter filter, String mode) {
            var other = mode.equals("exact") ? "alike" : "exact";
            if (filter.cursor() != null && Cursor.isOf(list(filter, other), filter.cursor())) {
                return Optional.empty();
            }
            return Cursor.read(
                    list(filter, mode),
                    filter.cursor(),
                    key -> new Position(Integer.parseInt(key.get(0)), key.get(1), UUID.fromString(key.get(2))));
        }

        void bind(ContactQuery query) {
            query.with("afterDistance", distance).with("afterKey", key).with("afterId", id.toString());
        }
    }
}
