package dev.rapport.engagement.signal;

import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.directory.ContactGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The workspace's stored signals. Those of a deleted contact are as absent as the contact. */
@ApplicationScoped
class Signals {

    private static final String OF_NOBODY_GONE = """
            (i.contact_id is null or exists (
                select from directory_contact d
                left join directory_contact s on s.workspace_id = :workspace and s.contact_id = d.survivor_id
                where d.workspace_id = :workspace and d.contact_id = i.contact_id
                  and coalesce(d.owner, s.owner) is not null))""";

    private static final String FIND =
            "select i.* from signal i where i.workspace_id = :workspace and i.id = :id and " + OF_NOBODY_GONE;

    private static final String SHOWN =
            "select i.* from signal i where i.workspace_id = :workspace and i.retracted_at is null and i.same_as is null";
    private static final String IF_KIND = " and (:kind::text is null or i.kind = :kind::text)";
    private static final String IF_OWNER = " and (:owner::text is null or i.owner = :owner::text)";

    static final String NEWEST = SHOWN + " and " + OF_NOBODY_GONE + """
             and (i.at, i.id) < (:before::timestamptz, :beforeId) and i.at >= :since::timestamptz
            order by i.at desc, i.id desc limit :rows""";

    static final String NEWEST_OF_KIND = SHOWN + IF_OWNER + " and " + OF_NOBODY_GONE + led("kind", ":kind::text");

    static final String NEWEST_OF_OWNER =
            SHOWN + IF_KIND + " and " + OF_NOBODY_GONE + " and i.owner is not null" + led("owner", ":owner::text");

    /** Of contacts that are one: a page of each, and of these the newest. */
    static final String NEWEST_OF_CONTACTS = "select i.* from unnest(:contacts) as g (contact_id) cross join lateral ("
            + SHOWN + IF_KIND + IF_OWNER + " and i.contact_id is not null" + led("contact_id", "g.contact_id")
            + ") i order by i.at desc, i.id desc limit :rows";

    private static final String SOURCES = """
            select i.* from signal i
            where i.workspace_id = :workspace and i.same_as = any (:ids) and i.same_as is not null
            order by i.seen_at, i.id""";

    private final WorkspaceSql sql;
    private final ContactGroups groups;

    @Inject
    Signals(WorkspaceSql sql, ContactGroups groups) {
        this.sql = sql;
        this.groups = groups;
    }

    /** A signal that may have been retracted; 404 when there is none. */
    Signal requireEvenRetracted(UUID id) {
        return sql.first(FIND, Map.of("id", id), SignalRow::read).orElseThrow(() -> ApiException.notFound("signal"));
    }

    /** A signal; 404 when there is none or it was retracted. */
    Signal require(UUID id) {
        var signal = requireEvenRetracted(id);
        if (signal.isRetracted()) {
            throw ApiException.notFound("signal");
        }
        return signal;
    }

    /** Signals, the newest first; of those that are one the first alone, and of merged contacts with all that are one. */
    Page<SignalView> newest(SignalFilter filter, int limit, String cursor) {
        var parameters = filter.page(limit, cursor);
        var rows = filter.contact() == null
                ? sql.list(query(filter), parameters, SignalRow::read)
                : ofContact(filter.contact(), parameters);
        var page = Page.of(rows, limit, filter::after);
        var sources = sources(page.items());
        return page.map(signal -> SignalView.of(signal, sources.getOrDefault(signal.id(), List.of())));
    }

    SignalView view(Signal signal) {
        return SignalView.of(signal, sources(List.of(signal)).getOrDefault(signal.id(), List.of()));
    }

    /** For each of these signals the others that it stands for. */
    Map<UUID, List<Signal>> sources(Collection<Signal> signals) {
        if (signals.isEmpty()) {
            return Map.of();
        }
        var ids = signals.stream().map(Signal::id).toList();
        return sql.list(SOURCES, Map.of("ids", ids), SignalRow::read).stream()
                .collect(Collectors.groupingBy(Signal::sameAs));
    }

    private List<Signal> ofContact(UUID contact, Map<String, Object> parameters) {
        var contacts = groups.oneWith(contact);
        parameters.put("contacts", contacts);
        return contacts.isEmpty() ? List.of() : sql.list(NEWEST_OF_CONTACTS, parameters, SignalRow::read);
    }

    private static String query(SignalFilter filter) {
        if (filter.owner() != null) {
            return NEWEST_OF_OWNER;
        }
        return filter.kind() == null ? NEWEST : NEWEST_OF_KIND;
    }

    /**
     * The order within one value of a column. It is given as a range of one, not as an equality: only so does a generic plan
     * read the index in order instead of sorting all that a busy contact has.
     */
    private static String led(String column, String value) {
        return """
                 and (i.%1$s, i.at, i.id) < (%2$s, :before::timestamptz, :beforeId)
                and (i.%1$s, i.at) >= (%2$s, :since::timestamptz)
                order by i.%1$s desc, i.at desc, i.id desc limit :rows""".formatted(column, value);
    }
}
