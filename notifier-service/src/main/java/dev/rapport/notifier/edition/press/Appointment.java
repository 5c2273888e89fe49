package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * When the press looks at a member again, and what it has done.
 *
 * @param settledOn the local date that is dealt with; null to leave that as it was
 * @param heardUntil up to when the edition told what was heard; null when there was none
 */
record Appointment(MemberKey member, Instant nextAt, LocalDate settledOn, Instant heardUntil) {

    private static final String KEEP = """
            update edition_schedule s set next_at = done.next_at,
                settled_on = coalesce(done.settled_on::date, s.settled_on),
                heard_until = coalesce(done.heard_until, s.heard_until)
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[])
                as done (workspace_id, member, next_at, settled_on, heard_until)
            where s.workspace_id = done.workspace_id and s.member = done.member""";

    static void keep(Connection transaction, List<Appointment> appointments) throws SQLException {
        try (var update = transaction.prepareStatement(KEEP)) {
            Columns.of(update, appointments)
                    .text(it -> it.member().workspace())
                    .text(it -> it.member().member())
                    .instant(Appointment::nextAt)
                    .text(it -> Objects.toString(it.settledOn(), null))
                    .instant(Appointment::heardUntil)
                    .update();
        }
    }
}
