package dev.rapport.notifier.reminder;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.ReminderKind;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.planning.ReminderPlan;
import dev.rapport.notifier.planning.Signal;
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
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the situations of many contacts in one query. */
final class SituationReader {

    private SituationReader() {}

    /** The situations of those contacts that are in the directory. */
    static List<Found> read(Connection transaction, List<ContactKey> contacts, Instant now) throws SQLException {
        try (var query = transaction.prepareStatement(SituationSql.READ)) {
            Columns.of(query, contacts).text(ContactKey::workspace).uuid(ContactKey::contactId);
            query.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
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
                key.contactId(),
                Names.of(row.getString("display_name")),
                cadence(row),
                instant(row, "added_at"),
                OccasionColumns.birthday(row),
                OccasionColumns.anniversaries(row));
        var touches = new Touches(
                touch(row, "l_"),
                touch(row, "n_"),
                touch(row, "o_"),
                Optional.ofNullable(instant(row, "reached_out_at")));
        var habits = Preferences.read(row).habits();
        return new Found(
                key,
                row.getString("owner"),
                new Situation(contact, touches, signals(row), tie(row), closings(row), habits, muted(row)));
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

    private static List<Signal> signals(ResultSet row) throws SQLException {
        var ids = row.getArray("signal_ids");
        if (ids == null) {
            return List.of();
        }
        var all = (UUID[]) ids.getArray();
        var kinds = (String[]) row.getArray("signal_kinds").getArray();
        var titles = (String[]) row.getArray("signal_titles").getArray();
        var happened = (Timestamp[]) row.getArray("signals_happened_at").getArray();
        var seen = (Timestamp[]) row.getArray("signals_seen_at").getArray();
        var signals = new ArrayList<Signal>();
        for (int i = 0; i < all.length; i++) {
            var kind = SignalKind.valueOf(kinds[i].toUpperCase(Locale.ROOT));
            signals.add(new Signal(all[i], kind, titles[i], happened[i].toInstant(), seen[i].toInstant()));
        }
        return signals;
    }

    /** All that is planned, for a contact that is muted. */
    private static Set<ReminderKind> muted(ResultSet row) throws SQLException {
        if (row.getBoolean("muted")) {
            return Set.copyOf(ReminderPlan.KINDS);
        }
        return Arrays.stream((String[]) row.getArray("muted_kinds").getArray())
                .map(kind -> ReminderKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static Closings closings(ResultSet row) throws SQLException {
        var id = row.getObject("closed_id", UUID.class);
        var keepInTouch = id == null
                ? Optional.<Closed>empty()
                : Optional.of(new Closed(id, row.getString("closed_cause"), instant(row, "closed_at")));
        return new Closings(keepInTouch, OccasionColumns.lastBirthday(row), OccasionColumns.closedAnniversaries(row));
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
}
