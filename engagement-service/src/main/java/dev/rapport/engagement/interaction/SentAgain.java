package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.interaction.Recorded.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes interactions whose source and external id are stored already. The same as the source told last changes nothing;
 * something else becomes what is stored. What was retracted stays so.
 */
final class SentAgain {

    private static final String STORED_BEFORE = """
            select i.* from unnest(?::text[], ?::text[], ?::text[]) as k (workspace_id, source, external_id)
            cross join lateral (
                select * from interaction i
                where i.workspace_id = k.workspace_id and i.source = k.source and i.external_id = k.external_id
                offset 0) i""";

    private SentAgain() {}

    /** What became of each, by the id that it would have got. */
    static Map<UUID, Recorded> apply(Connection connection, List<Interaction> sent) throws SQLException {
        var stored = find(connection, sent);
        if (sent.stream().allMatch(it -> isTheSame(stored.get(Key.of(it)), it))) {
            var unchanged = new HashMap<UUID, Recorded>();
            sent.forEach(it -> unchanged.put(it.id(), new Recorded(stored.get(Key.of(it)), Outcome.UNCHANGED)));
            return unchanged;
        }
        return OwnTransaction.within(connection, () -> change(connection, sent, stored));
    }

    private static Map<UUID, Recorded> change(
            Connection transaction, List<Interaction> sent, Map<Key, Interaction> seen) throws SQLException {
        var keys = seen.values().stream().map(Occasions::key).toList();
        var before = byKey(Occasions.hold(transaction, keys));
        var next = new HashMap<>(before);
        var differing = new HashSet<UUID>();
        for (var it : sent) {
            var current = require(next.get(Key.of(it)));
            if (!isTheSame(current, it)) {
                differing.add(it.id());
                next.put(Key.of(it), Retold.occasion(current, it));
            }
        }
        var revisions = new ArrayList<Revision>();
        var changed = new HashSet<Key>();
        for (var entry : before.entrySet()) {
            var steps = Revision.between(transaction, entry.getValue(), next.get(entry.getKey()));
            if (steps.stream().anyMatch(Revision::isVisible)) {
                changed.add(entry.getKey());
            }
            revisions.addAll(steps);
        }
        StoreRevisions.store(transaction, revisions, sent.get(0).recordedAt());
        var after = find(transaction, sent);
        var recorded = new HashMap<UUID, Recorded>();
        sent.forEach(it -> {
            boolean updated = differing.contains(it.id()) && changed.contains(Key.of(it));
            var outcome = updated ? Outcome.UPDATED : Outcome.UNCHANGED;
            recorded.put(it.id(), new Recorded(after.get(Key.of(it)), outcome));
        });
        return recorded;
    }

    /** Each key once, however often it was sent. */
    private static Map<Key, Interaction> find(Connection connection, List<Interaction> sent) throws SQLException {
        var keys = sent.stream().map(Key::of).distinct().toList();
        try (var select = BulkStatement.prepare(connection, STORED_BEFORE)) {
            return byKey(Occasions.assembled(select.column("text", keys, Key::workspace)
                    .column("text", keys, Key::source)
                    .column("text", keys, Key::externalId)
                    .query(InteractionRow::read)));
        }
    }

    private static Map<Key, Interaction> byKey(List<Interaction> occasions) {
        var byKey = new HashMap<Key, Interaction>();
        occasions.forEach(it -> byKey.put(Key.of(it), it));
        return byKey;
    }

    private static boolean isTheSame(Interaction stored, Interaction sent) {
        return stored != null && sent.origin().told().equals(stored.origin().told());
    }

    /** It was there a moment ago: its contact is being erased. */
    private static Interaction require(Interaction stored) {
        if (stored == null) {
            throw ApiException.retryLater(
                    ProblemType.CONFLICT, "This interaction is being deleted. Send it again.", Duration.ofSeconds(1));
        }
        return stored;
    }

    private record Key(String workspace, String source, String externalId) {
        static Key of(Interaction it) {
            return new Key(it.workspace(), it.origin().source(), it.origin().externalId());
        }
    }
}
