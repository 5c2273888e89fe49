package dev.rapport.notifier.reminder;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.Situation;
import dev.rapport.notifier.planning.Situation.Closed;
import dev.rapport.notifier.planning.Situation.Closings;
import dev.rapport.notifier.planning.Situation.Contact;
import dev.rapport.notifier.planning.Situation.Tie;
import dev.rapport.notifier.planning.Touch;
import dev.rapport.notifier.planning.Touches;
import dev.rapport.notifier.preference.Preferences;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads the situations of many contacts in one query: a handful of index probes for each. */
final class SituationReader {

    private static final String TOUCH = "select interaction_id, kind, direction, occurred_at, recorded_at from touch t"
            + " where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id and not t.retracted";

    private static final String READ = """
            select c.workspace_id, c.contact_id, c.owner, c.display_name, c.cadence_ideal, c.cadence_longest,
                c.cadence_counting, c.added_at, r.peak_band, r.last_touch_at, r.drifts_at, %s,
                l.interaction_id as l_id, l.kind as l_kind, l.direction as l_direction,
                l.occurred_at as l_occurred_at, l.recorded_at as l_recorded_at,
                n.interaction_id as n_id, n.kind as n_kind, n.direction as n_direction,
                n.occurred_at as n_occurred_at, n.recorded_at as n_recorded_at,
                o.interaction_id as o_id, o.kind as o_kind, o.direction as o_direction,
                o.occurred_at as o_occurred_at, o.recorded_at as o_recorded_at,
                kept.id as closed_id, kept.cause as closed_cause, kept.closed_at
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join contact c using (workspace_id, contact_id)
            left join relevance r
                on r.workspace_id = c.workspace_id and r.contact_id = c.contact_id and not r.removed
            left join preference p on p.workspace_id = c.workspace_id and p.member = c.owner
            left join lateral (%s and t.kind not in ('pitch', 'note')
                order by t.occurred_at desc, t.interaction_id desc limit 1) l on true
            left join lateral (%s and t.kind <> 'pitch' and c.cadence_ideal is not null
                and (c.cadence_counting = '{}' or t.kind = any (c.cadence_counting))
                order by t.occurred_at desc, t.interaction_id desc limit 1) n on true
            left join lateral (select t.occurred_at from touch t
                where t.workspace_id = c.workspace_id and t.contact_id = c.contact_id and not t.retracted
                and t.direction <> 'INBOUND' order by t.occurred_at desc limit 1) answered on true
            left join lateral (select closed_at from reminder d
                where d.workspace_id = c.workspace_id and d.contact_id = c.contact_id and d.kind = 'reply_owed'
                and d.state in ('done', 'dismissed') order by d.closed_at desc limit 1) settled on true
            left join lateral (%s and t.direction = 'INBOUND' and t.kind not in ('pitch', 'note')
                and t.occurred_at > coalesce(greatest(answered.occurred_at, settled.closed_at), '-infinity')
                order by t.occurred_at, t.interaction_id limit 1) o on true
            left join lateral (select id, cause, closed_at from reminder d
                where d.workspace_id = c.workspace_id and d.contact_id = c.contact_id and d.kind = 'keep_in_touch'
                and d.state in ('done', 'dismissed') order by d.closed_at desc limit 1) kept on true
            where not c.deleted""".formatted(Preferences.COLUMNS, TOUCH, TOUCH, TOUCH);

    private SituationReader() {}

    /** The situations of those contacts that are in the directory. */
    static List<Found> read(Connection transaction, List<ContactKey> contacts) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Found>();
                while (rows.next()) {
                    found.add(found(rows));
                }
                return found;
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        var key = new ContactKey(row.getString("workspace_id"), row.getObject("contact_id", UUID.class));
        var contact = new Contact(
                key.contactId(), Names.of(row.getString("display_name")), cadence(row), instant(row, "added_at"));
        var touches = new Touches(touch(row, "l_"), touch(row, "n_"), touch(row, "o_"));
        var habits = Preferences.read(row).habits();
        return new Found(key, row.getString("owner"), new Situation(contact, touches, tie(row), closings(row), habits));
    }

    private static Optional<Cadence> cadence(ResultSet row) throws SQLException {
        var ideal = row.getString("cadence_ideal");
        if (ideal == null) {
            return Optional.empty();
        }
        var longest = row.getString("cadence_longest");
        var counting = Arrays.stream((String[]) row.getArray("cadence_counting").getArray())
                .map(SituationReader::kind)
                .toList();
        return Optional.of(new Cadence(Period.parse(ideal), longest == null ? null : Period.parse(longest), counting));
    }

    private static Optional<Tie> tie(ResultSet row) throws SQLException {
        var peak = row.getString("peak_band");
        return peak == null
                ? Optional.empty()
                : Optional.of(new Tie(
                        Band.valueOf(peak.toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(instant(row, "last_touch_at")),
                        Optional.ofNullable(instant(row, "drifts_at"))));
    }

    private static Closings closings(ResultSet row) throws SQLException {
        var id = row.getObject("closed_id", UUID.class);
        return id == null
                ? Closings.NONE
                : new Closings(Optional.of(new Closed(id, row.getString("closed_cause"), instant(row, "closed_at"))));
    }

    private static Optional<Touch> touch(ResultSet row, String prefix) throws SQLException {
        var id = row.getObject(prefix + "id", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Touch(
                        id,
                        kind(row.getString(prefix + "kind")),
                        Direction.valueOf(row.getString(prefix + "direction")),
                        instant(row, prefix + "occurred_at"),
                        instant(row, prefix + "recorded_at")));
    }

    private static InteractionKind kind(String json) {
        return InteractionKind.valueOf(json.toUpperCase(Locale.ROOT));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
