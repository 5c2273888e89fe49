package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.SoughtWords.Nearness;
import dev.rapport.contacts.contact.SoughtWords.Sought;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds contacts by words. First those that have all the words, or words that begin so; where there are none, those that have
 * words alike.
 */
@ApplicationScoped
class SearchContacts {

    private static final int MOST_WORDS = 10;

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

    private final WorkspaceSql sql;
    private final CurrentMember member;
    private final SoughtWords sought;

    @Inject
    SearchContacts(WorkspaceSql sql, CurrentMember member, SoughtWords sought) {
        this.sql = sql;
        this.member = member;
        this.sought = sought;
    }

    /** The contacts that pass the filter and match its words. */
    Page<Contact> list(ContactFilter filter) {
        var words = SearchWords.of(filter.q()).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return nothing(filter);
        }
        for (var nearness : Nearness.values()) {
            var position = Position.read(filter, nearness);
            if (position.isPresent() || filter.cursor() == null) {
                var found = sought.of(words, nearness).map(it -> page(filter, it, nearness, position));
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

    private Page<Contact> page(ContactFilter filter, Sought words, Nearness nearness, Optional<Position> from) {
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
        var found = Page.of(rows, filter.limit(), row -> row.cursor(Position.list(filter, nearness), sort));
        var page = found.map(Found::contact);
        return total == null ? page : page.withTotal(total);
    }

    private Long count(String conditions, ContactQuery query) {
        var parameters = new HashMap<>(query.parameters());
        return sql.first("select count(*) from contact c where " + conditions, parameters, row -> row.getLong(1))
                .orElseThrow();
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

        static String list(ContactFilter filter, Nearness nearness) {
            return "contacts:" + nearness + ":" + (filter.sort() == null ? "best" : filter.sort());
        }

        /** Empty also for a cursor of another nearness; a cursor of any other list is refused. */
        static Optional<Position> read(ContactFilter filter, Nearness nearness) {
            boolean isOfAnother = filter.cursor() != null
                    && Stream.of(Nearness.values())
                            .filter(it -> it != nearness)
                            .anyMatch(it -> Cursor.isOf(list(filter, it), filter.cursor()));
            if (isOfAnother) {
                return Optional.empty();
            }
            return Cursor.read(
                    list(filter, nearness),
                    filter.cursor(),
                    key -> new Position(Integer.parseInt(key.get(0)), key.get(1), UUID.fromString(key.get(2))));
        }

        void bind(ContactQuery query) {
            query.with("afterDistance", distance).with("afterKey", key).with("afterId", id.toString());
        }
    }
}
