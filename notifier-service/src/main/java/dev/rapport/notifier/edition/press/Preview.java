package dev.rapport.notifier.edition.press;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.edition.content.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/** The calling member's edition as the press would publish it now. */
@ApplicationScoped
public class Preview {

    private static final String ME = """
            select %s from (select ?::text as workspace_id, ?::text as member) as me
            left join edition_schedule s on s.workspace_id = me.workspace_id and s.member = me.member
            left join preference p on p.workspace_id = me.workspace_id and p.member = me.member""".formatted(Reader.COLUMNS);

    @Inject
    CurrentMember member;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Newsroom newsroom;

    /** Today's edition as it stands now. */
    public Edition today() throws SQLException {
        try (var connection = database.getConnection()) {
            return of(
                    connection,
                    new MemberKey(member.workspace(), member.id()),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** The edition that a member would have at an instant. */
    Edition of(Connection connection, MemberKey key, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(ME)) {
            select.setString(1, key.workspace());
            select.setString(2, key.member());
            try (var row = select.executeQuery()) {
                row.next();
                var reader = Reader.read(row, key);
                var composed = newsroom.compose(connection, List.of(reader), now);
                if (!composed.containsKey(key)) {
                    throw new IllegalStateException("The edition could not be composed");
                }
                return composed.get(key);
            }
        }
    }
}
