package dev.rapport.contacts.duplicate;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Brings the pairs of the workspace up to its contacts, a batch of changes at a time. What it makes of a contact depends on
 * how the contact is now, not on the change: doing so twice changes nothing.
 */
@ApplicationScoped
class FollowContacts {

    private static final int BATCH = 200;
    /** Pairs below do not count as duplicates: in thousandths. */
    static final int LEAST = 300;

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final FindCandidates find;

    @Inject
    FollowContacts(WorkspaceSql sql, Contacts contacts, FindCandidates find) {
        this.sql = sql;
        this.contacts = contacts;
        this.find = find;
    }

    /** How a batch went. */
    enum Outcome {
        /** There is more to do at once. */
        MORE,
        /** There is more to do, behind a transaction that is still under way or while another instance is at it. */
        LATER,
        /** The pairs are as the contacts are. */
        DONE
    }

    private record Position(String xid, long seq) {}

    private record Change(UUID contact, Position position) {}

    private record Row(UUID lo, UUID hi, int confidence, List<Evidence> reasons, List<Evidence> against) {}

    /** Follows the next changes. */
    @Transactional
    Outcome next() {
        sql.update(DuplicateSql.BEGIN, Map.of());
        var position =
                sql.first(DuplicateSql.FREE_POSITION, Map.of(), row -> new Position(row.getString(1), row.getLong(2)));
        if (position.isEmpty()) {
            var any = sql.first(DuplicateSql.MORE, Map.of("xid", "0", "seq", 0L), row -> 1);
            return any.isPresent() ? Outcome.LATER : Outcome.DONE;
        }
        var from = position.get();
        var changes = sql.list(
                DuplicateSql.CHANGES,
                Map.of("xid", from.xid(), "seq", from.seq(), "limit", BATCH),
                row -> new Change(row.getObject(1, UUID.class), new Position(row.getString(2), row.getLong(3))));
        if (!changes.isEmpty()) {
            renew(changes.stream().map(Change::contact).distinct().toList());
            from = changes.get(changes.size() - 1).position();
            sql.update(DuplicateSql.MOVE, Map.of("xid", from.xid(), "seq", from.seq()));
        }
        if (changes.size() == BATCH) {
            return Outcome.MORE;
        }
        var more = sql.first(DuplicateSql.MORE, Map.of("xid", from.xid(), "seq", from.seq()), row -> 1);
        return more.isPresent() ? Outcome.LATER : Outcome.DONE;
    }

    private void renew(List<UUID> changed) {
        var present = contacts.present(changed);
        var pairs = find.of(present.values());
        pairs.addAll(sql.list(
                DuplicateSql.PARTNERS,
                Map.of("ids", changed),
                row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class))));
        var known = contacts.present(both(pairs));
        var rows = pairs.stream().flatMap(pair -> row(pair, known)).toList();
        sql.update(DuplicateSql.REPLACE, Map.of("pairs", DetailsJson.write(rows), "ids", changed));
        var heads = new HashSet<UUID>(changed);
        rows.forEach(row -> heads.addAll(List.of(row.lo(), row.hi())));
        sql.update(DuplicateSql.RENEW_DISMISSED, Map.of("heads", heads, "ids", changed));
        var gone = changed.stream().filter(id -> !present.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            sql.update(DuplicateSql.FORGET, Map.of("ids", gone));
        }
    }

    private static Set<UUID> both(Collection<Pair> pairs) {
        var ids = new HashSet<UUID>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.lo(), pair.hi())));
        return ids;
    }

    private static Stream<Row> row(Pair pair, Map<UUID, Contact> known) {
        if (!known.containsKey(pair.lo()) || !known.containsKey(pair.hi())) {
            return Stream.empty();
        }
        var likeness =
                Likeness.of(known.get(pair.lo()).details(), known.get(pair.hi()).details());
        return likeness.permille() < LEAST
                ? Stream.empty()
                : Stream.of(new Row(pair.lo(), pair.hi(), likeness.permille(), likeness.reasons(), likeness.against()));
    }
}
