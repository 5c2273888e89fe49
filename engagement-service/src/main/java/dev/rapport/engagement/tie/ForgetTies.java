package dev.rapport.engagement.tie;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Deletes ties whose contacts the directory has forgotten, and tells of each that there was. */
public final class ForgetTies {

    private static final String DELETE = """
            delete from tie where ctid = any (array(
                select t.ctid from tie t
                where t.workspace_id = ? and not exists (
                    select from directory_contact d
                    where d.workspace_id = t.workspace_id and d.contact_id = t.contact_id)
                limit 1000))
            returning *""";

    private ForgetTies() {}

    /** Deletes up to 1,000 ties of a workspace to contacts that nobody knows any more; returns how many. */
    public static int ofNobody(Connection transaction, String workspace, Instant now) throws SQLException {
        try (var delete = BulkStatement.prepare(transaction, DELETE)) {
            var deleted = delete.value(workspace).query(StoredTie::read);
            var told = deleted.stream()
                    .flatMap(tie -> tie.becoming(null, Tie.EMPTY).stream())
                    .toList();
            ChangeTies.announce(transaction, told, ScoringProfile.DEFAULT, now);
            return deleted.size();
        }
    }
}
