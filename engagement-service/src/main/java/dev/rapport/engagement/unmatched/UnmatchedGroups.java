package dev.rapport.engagement.unmatched;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** The stored groups. Each look counts first what has changed, so that it sees what the caller did a moment ago. */
@ApplicationScoped
class UnmatchedGroups {

    /** A look at the newest interactions of each group: a hundred are read, however many wait. */
    private static final String DETAILS = """
            select u.*, r.kinds, r.directions, r.subjects
            from (%s) u
            left join lateral (
                select array_agg(distinct n.kind) as kinds, array_agg(distinct n.direction) as directions,
                    array_agg(n.subject order by n.occurred_at desc, n.id desc) as subjects
                from (
                    (select i.* from interaction i
                    where u.wanted_contact_id is null and i.workspace_id = :workspace and i.address = u.name
                      and i.contact_id is null and i.retracted_at is null and i.address is not null
                    order by i.occurred_at desc, i.id desc limit 100)
                    union all
                    (select i.* from interaction i
                    where u.wanted_contact_id is not null and i.workspace_id = :workspace
                      and i.wanted_contact_id = u.wanted_contact_id
                      and i.contact_id is null and i.retracted_at is null and i.wanted_contact_id is not null
                    order by i.occurred_at desc, i.id desc limit 100)) n) r on true%s""";

    static final String MOST = """
            select * from unmatched u
            where u.workspace_id = :workspace and u.ignored_at is null
              and (u.waiting, u.name) < (:position::bigint, :name)
            order by u.waiting desc, u.name desc limit :rows""";

    static final String NEWEST = """
            select * from unmatched u
            where u.workspace_id = :workspace and u.ignored_at is null
              and (u.last_at, u.name) < (:position::timestamptz, :name)
            order by u.last_at desc, u.name desc limit :rows""";

    static final String IGNORED = """
            select * from unmatched u
            where u.workspace_id = :workspace and u.ignored_at is not null and u.name > :name
            order by u.name limit :rows""";

    private static final String MOST_OF_ALL = Long.toString(Long.MAX_VALUE);

    private static final String ONE = "select * from unmatched u where u.workspace_id = :workspace and u.name = :name";

    private final WorkspaceSql sql;
    private final CountWaiting waiting;
    private final CurrentMember member;

    @Inject
    UnmatchedGroups(WorkspaceSql sql, CountWaiting waiting, CurrentMember member) {
        this.sql = sql;
        this.waiting = waiting;
        this.member = member;
    }

    /** Groups that are not ignored, in this order. */
    Page<UnmatchedView> page(Order order, int limit, String cursor) {
        var listing = order == Order.COUNT
                ? new Listing("unmatched:count", MOST, "u.waiting desc, u.name desc", MOST_OF_ALL, UnmatchedView::count)
                : new Listing(
                        "unmatched:newest", NEWEST, "u.last_at desc, u.name desc", "infinity", UnmatchedView::lastAt);
        return page(listing, limit, cursor);
    }

    /** Groups that are ignored, by name. */
    Page<UnmatchedView> ignored(int limit, String cursor) {
        return page(new Listing("unmatched:ignored", IGNORED, "u.name", "", view -> ""), limit, cursor);
    }

    /** One group, ignored or not; 404 when nothing waits by this name. */
    UnmatchedView require(String name) {
        waiting.upToDate(member.workspace());
        return sql.first(DETAILS.formatted(ONE, ""), Map.of("name", name), UnmatchedView::read)
                .filter(group -> group.count() > 0)
                .orElseThrow(() -> ApiException.of(
                        ProblemType.NOT_FOUND, "Nothing waits for this address or id in your workspace."));
    }

    private Page<UnmatchedView> page(Listing listing, int limit, String cursor) {
        waiting.upToDate(member.workspace());
        var after = Cursor.read(listing.list, cursor, key -> new Position(listing.read(key.get(0)), key.get(1)))
                .orElse(new Position(listing.start, ""));
        var parameters = Map.of("position", after.position, "name", after.name, "rows", limit + 1);
        var statement = DETAILS.formatted(listing.sql, " order by " + listing.order);
        var rows = sql.list(statement, parameters, UnmatchedView::read);
        return Page.of(rows, limit, last -> Cursor.of(listing.list, listing.position.apply(last), last.name()));
    }

    /**
     * One of the lists.
     *
     * @param start a position before all others
     * @param position the first part of the sort key; the name is the second
     */
    private record Listing(
            String list, String sql, String order, String start, Function<UnmatchedView, Object> position) {

        /** Refuses what is no position of this list, before the database does. */
        String read(String text) {
            return switch (list) {
                case "unmatched:count" -> Long.valueOf(text).toString();
                case "unmatched:newest" -> Instant.parse(text).toString();
                default -> text;
            };
        }
    }

    private record Position(String position, String name) {}
}
