package dev.rapport.notifier.edition.press;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.drafting.Drafts;
import dev.rapport.notifier.edition.content.DueReminder;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the reminders that may become part of editions. */
final class ReminderSql {

    private static final String DUE = """
            select r.workspace_id, r.owner as member, r.id, coalesce(c.survivor_id, r.contact_id) as contact_id,
                coalesce(c.display_name, s.display_name) as display_name, r.kind, r.state, r.reason, r.due_at,
                r.latest_at, r.created_at, v.rank_key, v.half_life_s, v.kappa, %s
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as day (workspace_id, owner, ends_at)
            join reminder r using (workspace_id, owner)
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            left join relevance v on v.workspace_id = r.workspace_id
                and v.contact_id = coalesce(c.survivor_id, r.contact_id) and not v.removed
            %s
            where r.state in ('scheduled', 'due', 'snoozed') and (r.state = 'due' or r.wake_at < day.ends_at)""".formatted(Drafts.COLUMNS, Drafts.JOIN);

    private static final String TOLD_TODAY = """
            select day.workspace_id, day.owner, count(*)
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as day (workspace_id, owner, began_at)
            join reminder r on r.workspace_id = day.workspace_id and r.owner = day.owner and r.told_at >= day.began_at
            group by day.workspace_id, day.owner""";

    private ReminderSql() {}

    /** What is due, and what will be before each member's day ends. */
    static Map<MemberKey, List<DueReminder>> due(Connection transaction, List<Reader> readers, Instant now)
            throws SQLException {
        try (var query = transaction.prepareStatement(DUE)) {
            Columns.of(query, readers)
                    .text(reader -> reader.member().workspace())
                    .text(reader -> reader.member().member())
                    .instant(reader -> reader.preferences().schedule().endOfDay(now));
            return Rows.byMember(query, row -> reminder(row, now));
        }
    }

    /** How many reminders each member was told since local midnight. */
    static Map<MemberKey, Integer> toldToday(Connection transaction, List<Reader> readers, Instant now)
            throws SQLException {
        try (var query = transaction.prepareStatement(TOLD_TODAY)) {
            Columns.of(query, readers)
                    .text(reader -> reader.member().workspace())
                    .text(reader -> reader.member().member())
                    .instant(reader -> reader.preferences().schedule().startOfDay(now));
            var told = new HashMap<MemberKey, Integer>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    told.put(new MemberKey(rows.getString(1), rows.getString(2)), rows.getInt(3));
                }
            }
            return told;
        }
    }

    private static DueReminder reminder(ResultSet row, Instant now) throws SQLException {
        var about = Rows.about(row, now);
        return new DueReminder(
                about,
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                !row.getString("state").equals("scheduled"),
                Drafts.of(row),
                new Candidate(
                        row.getObject("id", UUID.class),
                        about.score(),
                        instant(row, "due_at"),
                        Optional.ofNullable(instant(row, "latest_at")),
                        instant(row, "created_at"),
                        row.getString("kind").equals(ReminderKind.BIRTHDAY.json())));
    }
}
