package dev.rapport.contacts.merging;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The merges of the caller's workspace. */
@ApplicationScoped
public class Merges {

    private final WorkspaceSql sql;

    @Inject
    Merges(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * Removes what is stored of a contact, and of everybody who was merged into it, in the transaction under way. Merges in
     * which they took part cannot be undone any more; that there was one, and of whom by id, stays.
     */
    public void forget(UUID contact) {
        sql.update(MergeSql.FORGET, Map.of("contact", contact));
    }

    /** The merge; 404 when the workspace has none with this id. */
    Merge require(UUID id) {
        return sql.first(MergeSql.BY_ID, Map.of("id", id), MergeRow::read)
                .orElseThrow(() -> ApiException.notFound("merge"));
    }

    /** Newest first. */
    Page<Merge> list(UUID contact, int limit, String cursor) {
        var list = "merges" + (contact == null ? "" : ":" + contact);
        var parameters = new HashMap<String, Object>();
        parameters.put("limit", limit + 1);
        parameters.put("contact", contact);
        parameters.put(
                "before",
                Cursor.read(list, cursor, key -> UUID.fromString(key.get(0))).orElse(null));
        var rows = sql.list(contact == null ? MergeSql.LIST : MergeSql.LIST_OF_CONTACT, parameters, MergeRow::read);
        return Page.of(rows, limit, merge -> Cursor.of(list, merge.id()));
    }

    /** The standing merges into the same survivor after this one, in their order, that can still be made again. */
    List<Merge> later(Merge merge) {
        return sql.list(
                MergeSql.LATER, Map.of("survivor", merge.survivor(), "version", merge.version()), MergeRow::read);
    }

    /** The standing merge by which this contact went. */
    Optional<UUID> mergeAway(UUID contact) {
        return sql.first(MergeSql.MERGE_AWAY, Map.of("contact", contact), row -> row.getObject(1, UUID.class));
    }

    void add(Merge merge) {
        var parameters = documents(merge);
        parameters.put("survivor", merge.survivor());
        parameters.put("version", merge.version());
        parameters.put("member", merge.member());
        parameters.put("at", merge.mergedAt());
        parameters.put("choose", DetailsJson.write(merge.choose()));
        parameters.put("others", DetailsJson.write(merge.others()));
        sql.update(MergeSql.ADD, parameters);
    }

    /** Keeps other details of before and after. */
    void renew(Merge merge) {
        sql.update(MergeSql.RENEW, documents(merge));
    }

    /** The merge is undone, and needs to know nothing more. */
    void undone(Merge merge, String member, Instant now) {
        sql.update(MergeSql.UNDONE, Map.of("id", merge.id(), "member", member, "at", now));
    }

    private static Map<String, Object> documents(Merge merge) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", merge.id());
        parameters.put("before", DetailsJson.write(merge.before()));
        parameters.put("after", DetailsJson.write(merge.after()));
        return parameters;
    }
}
