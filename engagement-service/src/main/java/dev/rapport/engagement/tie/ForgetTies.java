package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.profile.Profiles;
import dev.rapport.engagement.scoring.HotKey;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deletes ties whose contacts the directory has forgotten, and those under profiles that are not in use any more. */
public final class ForgetTies {

    private static final String OF_NOBODY = """
            delete from tie where ctid = any (array(
                select t.ctid from tie t
                where t.workspace_id = ? and not exists (
                    select from directory_contact d
                    where d.workspace_id = t.workspace_id and d.contact_id = t.contact_id)
                limit 1000))
            returning *""";

    private static final String OF_OTHER_GENERATIONS = """
            delete from tie t using unnest(?::text[], ?::uuid[]) as k (workspace_id, contact_id)
            where t.workspace_id = k.workspace_id and t.contact_id = k.contact_id and t.generation <> all (?::int[])""";

    private ForgetTies() {}

    /**
     * Deletes up to 1,000 ties of a workspace to contacts that nobody knows any more, and tells of each contact; returns how
     * many.
     */
    public static int ofNobody(Connection transaction, String workspace, Instant now) throws SQLException {
        try (var delete = BulkStatement.prepare(transaction, OF_NOBODY)) {
            var deleted = delete.value(workspace).query(StoredTie::read);
            var told = deleted.stream()
                    .collect(Collectors.toMap(
                            StoredTie::key,
                            Function.identity(),
                            BinaryOperator.maxBy(Comparator.comparingLong(StoredTie::version))))
                    .values()
                    .stream()
                    .flatMap(tie -> tie.becoming(null, Tie.EMPTY, HotKey.NONE).stream())
                    .toList();
            ChangeTies.announce(transaction, told, tie -> ScoringProfile.DEFAULT, now);
            return deleted.size();
        }
    }

    /** Deletes the ties of contacts of one workspace under profiles that are neither active nor being built. */
    public static void ofOtherGenerations(Connection transaction, String workspace, Collection<ContactKey> contacts)
            throws SQLException {
        Ties.hold(transaction, contacts);
        var inUse = Profiles.inUse(transaction, Set.of(workspace)).get(workspace);
        try (var delete = BulkStatement.prepare(transaction, OF_OTHER_GENERATIONS)) {
            ContactKey.bind(delete, contacts)
                    .column("int", inUse.generations(), generation -> generation)
                    .execute();
        }
    }
}
