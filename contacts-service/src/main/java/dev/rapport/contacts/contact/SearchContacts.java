package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Found.Position;
import dev.rapport.contacts.contact.SoughtWords.Nearness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds contacts by words. First those that have all the words, or words that begin so; where there are none, those that have
 * words alike.
 */
@ApplicationScoped
class SearchContacts {

    private static final int MOST_WORDS = 10;

    /**
     * {@code offset 0} hides from the planner that few are wanted: it would hope to meet them soon in the order of an index,
     * where the index of words finds the few that match before anything is sorted.
     */
    private static final String FIND = "select " + Found.COLUMNS + " from (select c.*, " + Found.DISTANCE + """
                 as distance from contact c
                where %s and c.words @@ :indexed::tsquery
                offset 0) c
            where %s and %s
            order by %s
            limit :limit""";

    private static final String COUNT = """
            select count(*) from (
                select c.words from contact c
                where %s and c.words @@ :indexed::tsquery
                offset 0) c
            where %s""";

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final SoughtWords words;
    private final BestMatches best;

    @Inject
    SearchContacts(WorkspaceSql sql, CurrentMember member, SoughtWords words, BestMatches best) {
        this.sql = sql;
        this.member = member;
        this.words = words;
        this.best = best;
    }

    /** The contacts that pass the filter and match its words. */
    Page<Contact> list(ContactFilter filter) {
        var asked = SearchWords.of(filter.q()).stream().limit(MOST_WORDS).toList();
        if (asked.isEmpty()) {
            return nothing(filter);
        }
        for (var nearness : Nearness.values()) {
            var position = position(filter, nearness);
            if (position.isPresent() || filter.cursor() == null) {
                var found = words.of(asked, nearness).map(it -> page(filter, it, nearness, position));
                if (found.isPresent()
                        && (filter.cursor() != null || !found.get().items().isEmpty())) {
                    return found.get();
                }
            }
        }
        return nothing(filter);
    }

    private static Page<Contact> nothing(ContactFilter filter) {
        return new Page<>(List.of(), null, filter.total() ? 0L : null);
    }

    private Page<Contact> page(ContactFilter filter, Sought sought, Nearness nearness, Optional<Position> from) {
        var query = ContactQuery.of(filter, member.workspace());
        boolean isOfAll = query.isOfAll() && filter.sort() == null && nearness == Nearness.EXACT;
        sought.parameters(sought.words()).forEach(query::with);
        var rest = sought.words().rest();
        var found = isOfAll ? best.list(sought, from, filter.limit() + 1) : find(filter, query, rest, from);
        var list = list(filter, nearness);
        var page = Page.of(found, filter.limit(), it -> it.cursor(list, filter.sort()))
                .map(Found::contact);
        return filter.total() ? page.withTotal(count(query, rest)) : page;
    }

    private List<Found> find(ContactFilter filter, ContactQuery query, String rest, Optional<Position> from) {
        var sort = filter.sort();
        var after = from.isEmpty() ? "true" : sort == null ? Found.AFTER_DISTANCE : sort.after();
        var text = FIND.formatted(query.conditions(), rest, after, sort == null ? Found.BY_DISTANCE : sort.orderBy());
        query.with("limit", filter.limit() + 1);
        from.ifPresent(it -> it.parameters().forEach(query::with));
        return sql.list(text, query.parameters(), Found::read);
    }

    private Long count(ContactQuery query, String rest) {
        var text = COUNT.formatted(query.conditions(), rest);
        return sql.first(text, query.parameters(), row -> row.getLong(1)).orElseThrow();
    }

    private static String list(ContactFilter filter, Nearness nearness) {
        return "contacts:" + nearness + ":" + (filter.sort() == null ? "best" : filter.sort());
    }

    /** Empty also for a cursor of another nearness; a cursor of any other list is refused. */
    private static Optional<Position> position(ContactFilter filter, Nearness nearness) {
        boolean isOfAnother = filter.cursor() != null
                && Stream.of(Nearness.values())
                        .filter(it -> it != nearness)
                        .anyMatch(it -> Cursor.isOf(list(filter, it), filter.cursor()));
        return isOfAnother ? Optional.empty() : Position.read(list(filter, nearness), filter.cursor());
    }
}
