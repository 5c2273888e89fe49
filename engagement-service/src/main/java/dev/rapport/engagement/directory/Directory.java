package dev.rapport.engagement.directory;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.events.Cadence;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.Relationship;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The stored directory. */
public final class Directory {

    /**
     * An older snapshot never replaces a newer one: whatever arrives in whatever order, the highest version stays. An erasure
     * stays whatever the version; another erasure of the same contact only takes its place, to be acknowledged as well.
     */
    private static final String APPLY = """
            insert into directory_contact as kept (workspace_id, contact_id, version, owner, display_name, deleted_at,
                merged_into, erasure_id, told_at, organization, title, relationship, introduced_by, cadence_ideal,
                cadence_longest, added_at, circles, cadence_counting)
            select workspace_id, contact_id, version, owner, display_name, deleted_at, merged_into, erasure_id, told_at,
                organization, title, relationship, introduced_by, cadence_ideal, cadence_longest, added_at,
                circles::uuid[], cadence_counting::text[]
            from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[],
                ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                ?::timestamptz[], ?::text[], ?::text[]) as s (workspace_id, contact_id, version, owner, display_name,
                deleted_at, merged_into, erasure_id, told_at, organization, title, relationship, introduced_by,
                cadence_ideal, cadence_longest, added_at, circles, cadence_counting)
            order by 1, 2
            on conflict (workspace_id, contact_id) do update
            set version = greatest(kept.version, excluded.version), owner = excluded.owner,
                display_name = excluded.display_name, deleted_at = excluded.deleted_at,
                merged_into = excluded.merged_into, erasure_id = excluded.erasure_id, told_at = excluded.told_at,
                organization = excluded.organization, title = excluded.title, relationship = excluded.relationship,
                introduced_by = excluded.introduced_by, cadence_ideal = excluded.cadence_ideal,
                cadence_longest = excluded.cadence_longest, added_at = excluded.added_at, circles = excluded.circles,
                cadence_counting = excluded.cadence_counting
            where (kept.erasure_id is null and (excluded.erasure_id is not null or kept.version < excluded.version))
                or (kept.erasure_id <> excluded.erasure_id and kept.version < excluded.version)
            returning workspace_id, contact_id, merged_into is not null or survivor_id is not null as linked""";

    private static final String STANDINGS = """
            select d.workspace_id, d.contact_id, d.survivor_id, coalesce(d.owner, s.owner) as owner,
                d.erasure_id is not null as erased
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join directory_contact d using (workspace_id, contact_id)
            left join directory_contact s on s.workspace_id = d.workspace_id and s.contact_id = d.survivor_id""";

    private static final String MERGED = """
            select m.workspace_id, m.contact_id
            from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            join directory_contact m on m.workspace_id = k.workspace_id and m.survivor_id = k.contact_id""";

    private Directory() {}

    /** Where these contacts stand, as this very moment knows it; a contact that the directory does not know is left out. */
    public static Map<ContactKey, Standing> standings(Connection transaction, Collection<ContactKey> contacts)
            throws SQLException {
        var standings = new HashMap<ContactKey, Standing>();
        try (var select = BulkStatement.prepare(transaction, STANDINGS)) {
            ContactKey.bind(select, contacts)
                    .query(Standing::read)
                    .forEach(standing -> standings.put(standing.contact(), standing));
        }
        return standings;
    }

    /** Those of these contacts for whom somebody, themselves or a survivor, stands. */
    public static List<Standing> standing(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        return standings(transaction, contacts).values().stream()
                .filter(Standing::isStanding)
                .toList();
    }

    /** These contacts and all that are merged into them, directly or through others. */
    public static Set<ContactKey> withMerged(Connection transaction, Collection<ContactKey> survivors)
            throws SQLException {
        var all = new TreeSet<>(survivors);
        try (var select = BulkStatement.prepare(transaction, MERGED)) {
            all.addAll(ContactKey.bind(select, survivors).query(ContactKey::read));
        }
        return all;
    }

    /**
     * Stores snapshots, one per contact, that are newer than what is stored.
     *
     * @return the contacts that this changed, and whether each is or was merged into another
     */
    static TreeMap<ContactKey, Boolean> apply(Connection transaction, Collection<Snapshot> snapshots)
            throws SQLException {
        var changed = new TreeMap<ContactKey, Boolean>();
        try (var upsert = BulkStatement.prepare(transaction, APPLY)) {
            upsert.column("text", snapshots, s -> s.key().workspace())
                    .column("uuid", snapshots, s -> s.key().contactId())
                    .column("bigint", snapshots, Snapshot::version)
                    .column("text", snapshots, s -> s.detail(ContactDetails::owner))
                    .column("text", snapshots, s -> s.detail(ContactDetails::displayName))
                    .column("timestamptz", snapshots, Snapshot::goneAt)
                    .column("uuid", snapshots, Snapshot::mergedInto)
                    .column("uuid", snapshots, Snapshot::erasure)
                    .column("timestamptz", snapshots, Snapshot::toldAt)
                    .column("text", snapshots, s -> s.detail(ContactDetails::organization))
                    .column("text", snapshots, s -> s.detail(ContactDetails::title))
                    .column("text", snapshots, s -> name(s.detail(ContactDetails::relationship)))
                    .column("uuid", snapshots, s -> s.detail(ContactDetails::introducedBy))
                    .column("text", snapshots, s -> s.cadence(Cadence::ideal))
                    .column("text", snapshots, s -> s.cadence(Cadence::longest))
                    .column("timestamptz", snapshots, s -> s.detail(ContactDetails::addedAt))
                    .column("text", snapshots, s -> array(s.detail(ContactDetails::circles)))
                    .column("text", snapshots, s -> array(s.cadence(Directory::counting)))
                    .query(row -> changed.put(ContactKey.read(row), row.getBoolean("linked")));
        }
        return changed;
    }

    private static String name(Relationship relationship) {
        return relationship == null ? null : relationship.json();
    }

    private static List<String> counting(Cadence cadence) {
        return cadence.counting().stream().map(InteractionKind::json).toList();
    }

    /** Ids and names of kinds, which need no quoting, as the text of an array: arrays of arrays do not unnest. */
    private static String array(List<?> values) {
        return values == null ? null : values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
