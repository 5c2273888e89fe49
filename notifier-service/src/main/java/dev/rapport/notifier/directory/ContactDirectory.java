package dev.rapport.notifier.directory;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Event;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.TextList;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps the newest snapshot of every contact. */
@ApplicationScoped
public class ContactDirectory {

    /**
     * An erasure stays whatever the version; another erasure of the same contact only takes its place, to be acknowledged as
     * well.
     */
    private static final String KEEP = """
            insert into contact as kept (workspace_id, contact_id, version, deleted, owner, display_name, given_name,
                organization, title, relationship, birthday, time_zone, priority, interests, languages, anniversaries,
                cadence_ideal, cadence_longest, cadence_counting, added_at, merged_into, erasure_id, told_at)
            select workspace_id, contact_id, version, deleted, owner, display_name, given_name,
                organization, title, relationship, birthday, time_zone, priority, %1$s, %2$s, %4$s,
                cadence_ideal, cadence_longest, %3$s, added_at, merged_into, erasure_id, told_at
            from unnest(?::text[], ?::uuid[], ?::int8[], ?::bool[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                as told (workspace_id, contact_id, version, deleted, owner, display_name, given_name,
                    organization, title, relationship, birthday, time_zone, priority, interests, languages, anniversaries,
                    cadence_ideal, cadence_longest, cadence_counting, added_at, merged_into, erasure_id, told_at)
            on conflict (workspace_id, contact_id) do update set
                version = greatest(kept.version, excluded.version), deleted = excluded.deleted,
                owner = excluded.owner, display_name = excluded.display_name, given_name = excluded.given_name,
                organization = excluded.organization, title = excluded.title,
                relationship = excluded.relationship, birthday = excluded.birthday,
                time_zone = excluded.time_zone, priority = excluded.priority, interests = excluded.interests,
                languages = excluded.languages, anniversaries = excluded.anniversaries, cadence_ideal = excluded.cadence_ideal,
                cadence_longest = excluded.cadence_longest, cadence_counting = excluded.cadence_counting,
                added_at = excluded.added_at, merged_into = excluded.merged_into, erasure_id = excluded.erasure_id,
                told_at = excluded.told_at
            where (kept.erasure_id is null and (excluded.erasure_id is not null or kept.version < excluded.version))
                or (kept.erasure_id <> excluded.erasure_id and kept.version < excluded.version)
            returning workspace_id, contact_id, merged_into is not null or survivor_id is not null as linked""".formatted(
                    TextList.sql("interests"),
                    TextList.sql("languages"),
                    TextList.sql("cadence_counting"),
                    TextList.sql("anniversaries"));

    /** Applies snapshots in any order, any number of times. */
    public DirectoryChange apply(Connection transaction, Collection<Event<ContactEvent>> events) throws SQLException {
        var newest = new TreeMap<ContactKey, Snapshot>();
        events.stream()
                .map(Snapshot::of)
                .forEach(snapshot -> newest.merge(snapshot.key(), snapshot, Snapshot::newerOf));
        var changed = keep(transaction, List.copyOf(newest.values()));
        var linked = changed.keySet().stream().filter(changed::get).toList();
        var erased = changed.keySet().stream()
                .filter(contact -> newest.get(contact).erasure() != null)
                .collect(Collectors.toMap(
                        contact -> contact, contact -> newest.get(contact).erasure()));
        return new DirectoryChange(new TreeSet<>(changed.keySet()), MergeLinks.settle(transaction, linked), erased);
    }

    /** The contacts that this changed, and whether each is or was merged into another. */
    private static TreeMap<ContactKey, Boolean> keep(Connection transaction, List<Snapshot> snapshots)
            throws SQLException {
        var changed = new TreeMap<ContactKey, Boolean>();
        try (var keep = transaction.prepareStatement(KEEP)) {
            Columns.of(keep, snapshots)
                    .text(it -> it.key().workspace())
                    .uuid(it -> it.key().contactId())
                    .number(Snapshot::version)
                    .flag(it -> it.changed().isEmpty())
                    .text(it -> it.get(ContactChanged::owner))
                    .text(it -> it.get(ContactChanged::displayName))
                    .text(it -> it.get(ContactChanged::givenName))
                    .text(it -> it.get(ContactChanged::organization))
                    .text(it -> it.get(ContactChanged::title))
                    .text(Snapshot::relationship)
                    .text(it -> it.get(ContactChanged::birthday))
                    .text(it -> it.get(ContactChanged::timeZone))
                    .number(Snapshot::priority)
                    .text(it -> TextList.of(it.get(ContactChanged::interests)))
                    .text(it -> TextList.of(it.get(ContactChanged::languages)))
                    .text(it -> TextList.of(it.anniversaries()))
                    .text(it -> it.cadence(Cadence::ideal))
                    .text(it -> it.cadence(Cadence::longest))
                    .text(it -> TextList.of(it.counting()))
                    .instant(it -> it.get(ContactChanged::createdAt))
                    .uuid(Snapshot::mergedInto)
                    .uuid(Snapshot::erasure)
                    .instant(Snapshot::toldAt);
            try (var rows = keep.executeQuery()) {
                while (rows.next()) {
                    changed.put(ContactKey.read(rows, "contact_id"), rows.getBoolean("linked"));
                }
            }
        }
        return changed;
    }
}
