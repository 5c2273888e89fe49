package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The contacts of the caller's workspace. Reads find neither what is in the bin nor what was merged, unless they say so. */
@ApplicationScoped
public class Contacts {

    private static final int CLAIMED = 10;

    private static final String BY_ID = "select " + ContactRow.COLUMNS + """
             from contact c
            where c.workspace_id = :workspace and c.id = :id""";

    private static final String PRESENT = "select " + ContactRow.COLUMNS + """
             from contact c
            where c.workspace_id = :workspace and c.id = any(:ids::uuid[]) and c.deleted_at is null""";

    private static final String BY_IDS = "select " + ContactRow.COLUMNS + """
             from contact c
            where c.workspace_id = :workspace and c.id = any(:ids::uuid[])""";

    private static final String LOCKED = "select " + ContactRow.COLUMNS + """
             from contact c
            where c.workspace_id = :workspace and c.id = any(:ids::uuid[])
            order by c.id
            for update""";

    /**
     * One look into the index of keys for each key. Asked for any of hundreds of keys at once, or while statistics are behind
     * an import, the planner would rather read the whole workspace; hence, too, the workspace in a form that no index serves,
     * and the CTE, which hides from the planner that it may stop early.
     */
    private static final String BY_KEY = "select " + ContactRow.COLUMNS + """
             from contact c
            where c.workspace_id = :workspace and c.id in (
                select distinct k.id from unnest(:keys::text[]) as asked (key)
                cross join lateral (
                    with found as materialized (
                        select k.id from contact k
                        where k.workspace_id || '' = :workspace and k.keys @> array[asked.key] and k.deleted_at is null
                    )
                    select id from found
                ) k
                order by k.id
                limit :limit)
            order by c.id""";

    private static final String PAGE =
            "select " + ContactRow.COLUMNS + " from contact c where %s order by %s limit :limit";

    private static final String LISTED_PAGE = "select " + ContactRow.COLUMNS + """
             from (select c.id from contact_by_listed_key c where %1$s order by %2$s limit :limit) as page
            join contact c on c.workspace_id = :workspace and c.id = page.id
            order by %2$s""";

    private static final String CLAIM = """
            select pg_advisory_xact_lock(hash) from (
                select distinct hashtextextended(:workspace || key, 0) as hash from unnest(:keys::text[]) as key order by 1
            ) as locks""";

    /** Merges may have been merged again; the bound ends a circle, which cannot be, all the same. */
    private static final String SURVIVOR = """
            with recursive chain as (
                select c.id, c.merged_into, c.deleted_at, 1 as length
                from contact c
                where c.workspace_id = :workspace and c.id = :id
              union all
                select c.id, c.merged_into, c.deleted_at, length + 1
                from chain
                join contact c on c.workspace_id = :workspace and c.id = chain.merged_into
                where length < 1000
            )
            select id from chain where merged_into is null and deleted_at is null""";

    private final WorkspaceSql sql;
    private final SearchContacts search;
    private final CurrentMember member;
    private final References references;

    @Inject
    Contacts(WorkspaceSql sql, SearchContacts search, CurrentMember member, References references) {
        this.sql = sql;
        this.search = search;
        this.member = member;
        this.references = references;
    }

    /**
     * The contact with this id; 404 when the workspace has none. For one that was merged, {@link MergedAway} leads to its
     * survivor.
     */
    public Contact require(UUID id) {
        var contact = find(id).orElseThrow(() -> ApiException.notFound("contact"));
        if (contact.mergedInto() != null) {
            throw survivorOf(id)
                    .map(it -> (RuntimeException) new MergedAway(it))
                    .orElseGet(() -> ApiException.notFound("contact"));
        }
        if (!contact.isPresent()) {
            throw ApiException.notFound("contact");
        }
        return contact;
    }

    /** The contact with this id, also from the bin, also one that was merged. */
    public Optional<Contact> find(UUID id) {
        return sql.first(BY_ID, Map.of("id", id), ContactRow::read);
    }

    /** Those of these contacts that exist, also in the bin and merged ones, by their ids. */
    public Map<UUID, Contact> find(Collection<UUID> ids) {
        return byId(BY_IDS, ids);
    }

    /** The present contact that stands for this id: itself, or whom it was merged into in the end. */
    public Optional<UUID> survivorOf(UUID id) {
        return sql.first(SURVIVOR, Map.of("id", id), row -> row.getObject(1, UUID.class));
    }

    /**
     * Those of these contacts that exist, also in the bin and merged ones, by their ids. Nobody changes them before the
     * transaction under way ends.
     */
    public Map<UUID, Contact> lock(Collection<UUID> ids) {
        references.keep();
        return byId(LOCKED, ids);
    }

    private Map<UUID, Contact> byId(String query, Collection<UUID> ids) {
        var found = new HashMap<UUID, Contact>();
        sql.list(query, Map.of("ids", ids), ContactRow::read).forEach(contact -> found.put(contact.id(), contact));
        return found;
    }

    /** Those of these contacts that are present, by their ids. */
    public Map<UUID, Contact> present(Collection<UUID> ids) {
        return byId(PRESENT, ids);
    }

    /**
     * The oldest present contact with any of these addresses, locked. Nobody else who claims one of them gets an answer before
     * the transaction under way ends.
     */
    public Optional<Contact> claim(Collection<String> addresses) {
        var keys = addresses.stream()
                .map(ContactKeys.in(member.workspace())::address)
                .collect(Collectors.toSet());
        sql.list(CLAIM, Map.of("keys", keys), row -> row.getString(1));
        var known = byKeys(keys, CLAIMED).stream().map(Contact::id).toList();
        return lock(known).values().stream()
                .filter(Contact::isPresent)
                .filter(it -> it.details().addresses().stream().anyMatch(addresses::contains))
                .min(Comparator.comparing(it -> it.id().toString()));
    }

    /** Up to that many present contacts with any of these keys, oldest first. */
    public List<Contact> byKeys(Collection<String> keys, int limit) {
        return keys.isEmpty() ? List.of() : sql.list(BY_KEY, Map.of("keys", keys, "limit", limit), ContactRow::read);
    }

    /** The contacts that pass the filter, in its order. */
    public Page<Contact> list(ContactFilter filter) {
        if (filter.q() != null && !filter.q().isBlank()) {
            return search.list(filter);
        }
        var sort = filter.sort() == null ? ContactSort.CREATED_DESCENDING : filter.sort();
        var list = "contacts:" + sort;
        var query = ContactQuery.of(filter, sort, member.workspace());
        var total = filter.total() ? count(query) : null;
        Cursor.read(list, filter.cursor(), key ->
                        new String[] {key.get(0), UUID.fromString(key.get(1)).toString()})
                .ifPresent(key -> query.after(sort, key[0], key[1]));
        var page = query.isOfContacts() ? PAGE : LISTED_PAGE;
        var rows = sql.list(
                page.formatted(query.conditions(), sort.orderBy()),
                query.with("limit", filter.limit() + 1).parameters(),
                ContactRow::read);
        var listed = Page.of(rows, filter.limit(), contact -> Cursor.of(list, sort.keyOf(contact), contact.id()));
        return total == null ? listed : listed.withTotal(total);
    }

    private Long count(ContactQuery query) {
        return sql.first(
                        "select count(*) from " + query.from() + " where " + query.conditions(),
                        query.parameters(),
                        row -> row.getLong(1))
                .orElseThrow();
    }
}
