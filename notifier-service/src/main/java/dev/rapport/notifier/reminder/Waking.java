package dev.rapport.notifier.reminder;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.drafting.Drafts;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.relevance.Strength;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A reminder whose time has come, with what is needed to tell it.
 *
 * @param contactId the contact, or the one that stands for it
 * @param draft a line to send; null for a contact that is gone
 * @param snoozed whether the member asked to be told again now
 * @param sinceAt since when it could have been told
 */
record Waking(
        MemberKey member,
        UUID id,
        UUID contactId,
        ReminderKind kind,
        String contactName,
        String reason,
        String note,
        String draft,
        boolean snoozed,
        Instant sinceAt,
        Candidate candidate,
        Preferences preferences) {

    /** A member is told when nothing else that is due is about to settle, or has waited long enough for that. */
    private static final String MEMBERS = """
            select workspace_id, owner from (
                select workspace_id, owner, wake_at from reminder
                where state in ('scheduled', 'snoozed') and wake_at <= ? order by wake_at limit ?) as earliest
            group by workspace_id, owner
            having min(wake_at) <= ? or not exists (
                select from reminder r
                where r.workspace_id = earliest.workspace_id and r.owner = earliest.owner and r.state = 'scheduled'
                    and r.due_at <= ? and r.wake_at > ? and r.wake_at <= ?)
            order by min(wake_at) limit 1000""";

    private static final int AT_A_TIME = 200;

    private static final String HOLD = "select k from unnest(?::int8[]) as k where pg_try_advisory_xact_lock(k)";

    private static final String READ = """
            select r.workspace_id, r.owner, r.id, coalesce(c.survivor_id, r.contact_id) as contact_id, r.kind, r.reason, r.note, r.state, r.due_at, r.latest_at,
                r.created_at, case r.kind when 'manual' then r.wake_at else greatest(r.wake_at, r.updated_at) end as since_at,
                coalesce(c.display_name, s.display_name) as display_name, v.rank_key, v.half_life_s, v.kappa, %s, %s
            from unnest(?::text[], ?::text[]) as held (workspace_id, owner)
            join reminder r using (workspace_id, owner)
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            left join relevance v on v.workspace_id = r.workspace_id
                and v.contact_id = coalesce(c.survivor_id, r.contact_id) and not v.removed
            left join preference p on p.workspace_id = r.workspace_id and p.member = r.owner
            %s
            where r.state in ('scheduled', 'snoozed') and r.wake_at <= ?
            order by r.workspace_id, r.id
            for update of r skip locked""".formatted(Preferences.COLUMNS, Drafts.COLUMNS, Drafts.JOIN);

    /** Whether the member chose the time: then neither the cap nor quiet hours hold it back. */
    boolean timedByMember() {
        return snoozed || kind == ReminderKind.MANUAL;
    }

    /**
     * Members with something to be told, now held by this instance alone: a cap cannot be used up twice at once. Some of those
     * who wait longest, by lot: were it the very first, instances would reach for the same members, and all but one for
     * nothing.
     */
    static List<MemberKey> holdMembers(Connection transaction, Instant now, ReminderConfig config) throws SQLException {
        var members = new ArrayList<MemberKey>();
        try (var query = transaction.prepareStatement(MEMBERS)) {
            query.setObject(1, utc(now));
            query.setInt(2, config.round());
            query.setObject(3, utc(now.minus(config.settleAtMost())));
            query.setObject(4, utc(now));
            query.setObject(5, utc(now));
            query.setObject(6, utc(now.plus(config.settle())));
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    members.add(new MemberKey(found.getString(1), found.getString(2)));
                }
            }
        }
        if (members.isEmpty()) {
            return members;
        }
        Collections.shuffle(members);
        var some = members.subList(0, Math.min(AT_A_TIME, members.size()));
        var held = new HashSet<Long>();
        try (var hold = transaction.prepareStatement(HOLD)) {
            Columns.of(hold, some).number(Locks::telling);
            try (var keys = hold.executeQuery()) {
                while (keys.next()) {
                    held.add(keys.getLong(1));
                }
            }
        }
        return some.stream()
                .filter(member -> held.contains(Locks.telling(member)))
                .toList();
    }

    /** The waking reminders of these members, but for those that planning is changing right now: the next tick has them. */
    static List<Waking> read(Connection transaction, List<MemberKey> members, Instant now) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            Columns.of(query, members).text(MemberKey::workspace).text(MemberKey::member);
            query.setObject(3, utc(now));
            try (var rows = query.executeQuery()) {
                var waking = new ArrayList<Waking>();
                while (rows.next()) {
                    waking.add(read(rows, now));
                }
                return waking;
            }
        }
    }

    private static Waking read(ResultSet row, Instant now) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var strength = row.getObject("rank_key") == null
                ? Strength.NONE
                : new Strength(row.getDouble("rank_key"), row.getDouble("half_life_s"), row.getDouble("kappa"));
        return new Waking(
                new MemberKey(row.getString("workspace_id"), row.getString("owner")),
                id,
                row.getObject("contact_id", UUID.class),
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Names.of(row.getString("display_name")),
                row.getString("reason"),
                row.getString("note"),
                Drafts.of(row),
                row.getString("state").equals("snoozed"),
                instant(row, "since_at"),
                new Candidate(
                        id,
                        strength.scoreAt(now),
                        instant(row, "due_at"),
                        Optional.ofNullable(instant(row, "latest_at")),
                        instant(row, "created_at"),
                        row.getString("kind").equals(ReminderKind.BIRTHDAY.json())),
                Preferences.read(row));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
