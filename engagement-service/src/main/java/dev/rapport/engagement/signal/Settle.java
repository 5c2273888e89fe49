package dev.rapport.engagement.signal;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.events.Event;
import dev.rapport.events.SignalEvent;
import dev.rapport.messaging.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says which signals are one, and tells of each what other services do not know yet. It compares what is stored with what
 * was told, so doing it again changes nothing, and whatever changed before is made good.
 */
final class Settle {

    /**
     * Signals that may be one now, or are no more.
     *
     * @param bucket null for all of the contact's
     */
    record Target(ContactKey contact, String bucket) {}

    private static final String OF_BUCKETS = """
            select s.* from unnest(?::text[], ?::uuid[], ?::text[]) as k (workspace_id, contact_id, bucket)
            cross join lateral (
                select * from signal s
                where s.workspace_id = k.workspace_id and s.contact_id = k.contact_id and s.bucket = k.bucket
                  and s.contact_id is not null and s.retracted_at is null
                offset 0) s""";

    private static final String OF_CONTACTS = """
            select s.* from unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            cross join lateral (
                select * from signal s
                where s.workspace_id = k.workspace_id and s.contact_id = k.contact_id
                  and s.contact_id is not null and s.retracted_at is null
                offset 0) s""";

    private static final String SAVE = """
            update signal s set owner = n.owner, same_as = n.same_as, revision = n.revision,
                told_contact_id = n.told_contact_id, told_revision = n.told_revision
            from unnest(?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::uuid[], ?::bigint[])
                as n (workspace_id, id, owner, same_as, revision, told_contact_id, told_revision)
            where s.workspace_id = n.workspace_id and s.id = n.id""";

    private Settle() {}

    /**
     * Settles what may have changed.
     *
     * @param besides signals that belong to nobody now, or were retracted
     */
    static void run(Connection transaction, Collection<Target> targets, Collection<Signal> besides, Instant now)
            throws SQLException {
        var groups =
                Groups.hold(transaction, targets.stream().map(Target::contact).collect(Collectors.toSet()));
        SignalRow.TABLE.eraseAttached(transaction, groups.erased());
        SignalOwners.detach(transaction, groups.absent());
        var settled = new ArrayList<Telling>();
        var byBucket = mayBeOne(groups, load(transaction, groups, targets));
        var names = ContactNames.of(
                transaction, byBucket.keySet().stream().map(Target::contact).collect(Collectors.toSet()));
        for (var bucket : byBucket.entrySet()) {
            var alike = bucket.getValue();
            var name = names.get(bucket.getKey().contact());
            var standsFor =
                    Sameness.of(alike.stream().map(it -> it.sighting(name)).toList());
            for (var signal : alike) {
                var owner = groups.standings().get(signal.contact()).owner();
                settled.add(Telling.of(signal, owner, standsFor.get(signal.id()), now));
            }
        }
        besides.forEach(signal -> settled.add(Telling.of(signal, signal.owner(), null, now)));
        save(transaction, settled.stream().filter(Telling::isChange).toList());
    }

    private static Map<Target, List<Signal>> mayBeOne(Groups groups, Collection<Signal> signals) {
        return signals.stream()
                .collect(Collectors.groupingBy(signal ->
                        new Target(groups.standings().get(signal.contact()).survivor(), signal.bucket())));
    }

    /** What the targets' groups have, whichever of their contacts it belongs to. */
    private static Collection<Signal> load(Connection transaction, Groups groups, Collection<Target> targets)
            throws SQLException {
        var members = targets.stream()
                .flatMap(target -> groups.membersWith(target.contact()).stream()
                        .map(member -> new Target(member, target.bucket())))
                .distinct()
                .toList();
        var buckets = members.stream().filter(it -> it.bucket() != null).toList();
        var whole = members.stream()
                .filter(it -> it.bucket() == null)
                .map(Target::contact)
                .toList();
        var found = new LinkedHashMap<UUID, Signal>();
        try (var some = BulkStatement.prepare(transaction, OF_BUCKETS);
                var all = BulkStatement.prepare(transaction, OF_CONTACTS)) {
            some.column("text", buckets, it -> it.contact().workspace())
                    .column("uuid", buckets, it -> it.contact().contactId())
                    .column("text", buckets, Target::bucket)
                    .query(SignalRow::read)
                    .forEach(it -> found.put(it.id(), it));
            ContactKey.bind(all, whole).query(SignalRow::read).forEach(it -> found.put(it.id(), it));
        }
        return found.values();
    }

    private static void save(Connection transaction, List<Telling> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        var rows = changes.stream().map(Telling::after).toList();
        try (var update = BulkStatement.prepare(transaction, SAVE)) {
            update.column("text", rows, Signal::workspace)
                    .column("uuid", rows, Signal::id)
                    .column("text", rows, Signal::owner)
                    .column("uuid", rows, Signal::sameAs)
                    .column("bigint", rows, Signal::revision)
                    .column("uuid", rows, it -> it.told().contactId())
                    .column("bigint", rows, it -> it.told().revision())
                    .execute();
        }
        List<Event<SignalEvent>> events =
                changes.stream().flatMap(it -> it.events().stream()).toList();
        Outbox.append(transaction, SignalEvent.TOPIC, events);
    }
}
