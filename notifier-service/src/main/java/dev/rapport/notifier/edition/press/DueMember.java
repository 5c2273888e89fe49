package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A member whose time has come, held by this transaction alone.
 *
 * @param reader empty when the member's preferences cannot be read
 */
record DueMember(MemberKey member, Optional<Reader> reader) {

    private static final Logger LOG = Logger.getLogger(DueMember.class);

    private static final String CLAIM = """
            select s.workspace_id, s.member, %s
            from edition_schedule s
            left join preference p on p.workspace_id = s.workspace_id and p.member = s.member
            where s.next_at <= ? order by s.next_at, s.workspace_id, s.member limit ?
            for update of s skip locked""".formatted(Reader.COLUMNS);

    static List<DueMember> claim(Connection transaction, Instant now, int most) throws SQLException {
        try (var claim = transaction.prepareStatement(CLAIM)) {
            claim.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            claim.setInt(2, most);
            try (var rows = claim.executeQuery()) {
                var due = new ArrayList<DueMember>();
                while (rows.next()) {
                    due.add(read(rows));
                }
                return due;
            }
        }
    }

    /** One member's faulty row must not hold up the others of the batch. */
    private static DueMember read(ResultSet row) throws SQLException {
        var member = new MemberKey(row.getString("workspace_id"), row.getString("member"));
        try {
            return new DueMember(member, Optional.of(Reader.read(row, member)));
        } catch (DateTimeException | IllegalArgumentException | IllegalStateException e) {
            LOG.errorf(
                    "edition=postponed workspace=%s member=%s cause=preferences:%s",
                    member.workspace(), member.member(), e.getClass().getSimpleName());
            return new DueMember(member, Optional.empty());
        }
    }
}
