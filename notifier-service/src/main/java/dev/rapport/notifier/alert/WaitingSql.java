package dev.rapport.notifier.alert;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.mute.Mutes;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.relevance.Strength;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on the queue. */
final class WaitingSql {

    /** A message stands as long as nobody answered it; of several in a row only the first is worth an alert. */
    private static final String READ = """
            with a as materialized (
                select * from alert where raise_at <= ? order by raise_at limit ? for update skip locked)
            select a.workspace_id, a.cause, a.contact_id as queued_for, a.happened_at, w.contact_id, w.owner, w.display_name,
                coalesce(s.kind, t.kind) as kind, s.title, s.link, v.rank_key, v.half_life_s, v.kappa,
                w.cadence_ideal is not null or reached.at is not null as known, %s as muted,
                s.signal_id is not null or (t.interaction_id is not null
                    and t.occurred_at > coalesce(answered.at, '-infinity')
                    and not exists (
                        select from unnest(g.ids) as e (contact_id)
                        join touch i on i.workspace_id = a.workspace_id and i.contact_id = e.contact_id
                        where not i.retracted and i.direction = 'INBOUND' and i.kind not in ('pitch', 'note')
                            and i.occurred_at > coalesce(answered.at, '-infinity')
                            and (i.occurred_at, i.interaction_id) < (t.occurred_at, t.interaction_id))) as stands,
                told.notification_id as told_by, c.contact_id is null as unheard, %s
            from a
            left join contact c on c.workspace_id = a.workspace_id and c.contact_id = a.contact_id
            left join contact w on w.workspace_id = a.workspace_id
                and w.contact_id = coalesce(c.survivor_id, a.contact_id) and not w.deleted
            cross join lateral (select array(
                select w.contact_id union
                select m.contact_id from contact m
                where m.workspace_id = w.workspace_id and m.survivor_id = w.contact_id) as ids offset 0) g
            left join relevance v on v.workspace_id = w.workspace_id and v.contact_id = w.contact_id and not v.removed
            left join preference p on p.workspace_id = w.workspace_id and p.member = w.owner
            left join signal s on s.workspace_id = a.workspace_id and s.signal_id = a.source_id
                and s.contact_id = a.contact_id and not s.retracted
            left join touch t on t.workspace_id = a.workspace_id and t.interaction_id = a.source_id
                and t.contact_id = a.contact_id and not t.retracted
            left join lateral %s answered on true
            left join lateral %s reached on true
            left join lateral (
                select r.notification_id from unnest(g.ids) as e (contact_id)
                join reminder r on r.workspace_id = a.workspace_id and r.contact_id = e.contact_id and r.cause = a.cause
                where r.told_at is not null limit 1) told on true""".formatted(
                    Mutes.anyOf("w.workspace_id", "w.owner", "g.ids"),
                    Preferences.COLUMNS,
                    latest("t.direction <> 'INBOUND'"),
                    latest("t.direction <> 'INBOUND' and t.kind not in ('pitch', 'note')"));

    private static final String HOLD = """
            update alert a set raise_at = until.at
            from unnest(?::text[], ?::text[], ?::timestamptz[]) as until (workspace_id, cause, at)
            where a.workspace_id = until.workspace_id and a.cause = until.cause""";

    private static final String REMOVE = """
            delete from alert a using unnest(?::text[], ?::text[]) as judged (workspace_id, cause)
            where a.workspace_id = judged.workspace_id and a.cause = judged.cause""";

    private WaitingSql() {}

    /** The earliest of those whose time has come, locked until the transaction ends; those that another holds are left out. */
    static List<Waiting> next(Connection transaction, Instant now, int most) throws SQLException {
        try (var query = transaction.prepareStatement(READ)) {
            query.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                var waiting = new ArrayList<Waiting>();
                while (rows.next()) {
                    waiting.add(waiting(rows, now));
                }
                return waiting;
            }
        }
    }

    /** A row of the queue that is looked at again at this instant. */
    record Held(Waiting waiting, Instant until) {}

    static void hold(Connection transaction, List<Held> held) throws SQLException {
        try (var update = transaction.prepareStatement(HOLD)) {
            Columns.of(update, held)
                    .text(it -> it.waiting().queuedFor().workspace())
                    .text(it -> it.waiting().cause())
                    .instant(Held::until)
                    .update();
        }
    }

    static void remove(Connection transaction, List<Waiting> judged) throws SQLException {
        try (var delete = transaction.prepareStatement(REMOVE)) {
            Columns.of(delete, judged)
                    .text(it -> it.queuedFor().workspace())
                    .text(Waiting::cause)
                    .update();
        }
    }

    /** When one of the contacts that are one was last touched in this way. */
    private static String latest(String condition) {
        return """
                (select max(t.occurred_at) as at from unnest(g.ids) as e (contact_id) cross join lateral (
                    select t.occurred_at from touch t
                    where t.workspace_id = a.workspace_id and t.contact_id = e.contact_id and not t.retracted and %s
                    order by t.occurred_at desc limit 1) t)""".formatted(condition);
    }

    private static Waiting waiting(ResultSet row, Instant now) throws SQLException {
        return new Waiting(
                ContactKey.read(row, "queued_for"),
                row.getString("cause"),
                instant(row, "happened_at"),
                row.getBoolean("unheard"),
                row.getString("owner") == null ? Optional.empty() : Optional.of(about(row, now)),
                Optional.ofNullable(row.getObject("told_by", UUID.class)));
    }

    private static Waiting.About about(ResultSet row, Instant now) throws SQLException {
        var preferences = Preferences.read(row);
        var score = row.getObject("rank_key") == null
                ? 0
                : new Strength(row.getDouble("rank_key"), row.getDouble("half_life_s"), row.getDouble("kappa"))
                        .scoreAt(now);
        return new Waiting.About(
                new MemberKey(row.getString("workspace_id"), row.getString("owner")),
                row.getObject("contact_id", UUID.class),
                row.getString("display_name"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("link"),
                instant(row, "happened_at"),
                preferences,
                new Candidate(
                        row.getBoolean("stands"),
                        row.getBoolean("known"),
                        row.getBoolean("muted"),
                        score,
                        preferences.alertThreshold(),
                        preferences.schedule()));
    }
}
