package dev.rapport.notifier.reminder;

import dev.rapport.notifier.mute.Mutes;
import dev.rapport.notifier.planning.Signal;
import dev.rapport.notifier.preference.Preferences;
import java.util.stream.Collectors;

/**
 * The query for the situations of contacts: a handful of index probes for each, and for each contact that is merged into it.
 * What passed with those, and what was closed of theirs, is the survivor's. "offset 0" has them looked up once.
 */
final class SituationSql {

    private static final String NEWEST = "t.occurred_at desc, t.interaction_id desc";

    /** How many congratulations one contact can be owed at a time. */
    private static final int SIGNALS = 5;

    /** The causes of all anniversaries that the member closed. */
    private static final String ANNIVERSARIES = """
            (select array_agg(d.cause) as causes
            from unnest(g.ids) as e (contact_id)
            join reminder d on d.workspace_id = c.workspace_id and d.contact_id = e.contact_id
                and d.kind = 'congratulate' and d.state in ('done', 'dismissed') and d.cause like 'anniversary:%')""";

    static final String READ = """
            select c.workspace_id, c.contact_id, c.owner, c.display_name, c.cadence_ideal, c.cadence_longest,
                c.cadence_counting, c.added_at, r.peak_band, r.last_touch_at, r.drifts_at, %s,
                l.interaction_id as l_id, l.kind as l_kind, l.direction as l_direction,
                l.occurred_at as l_occurred_at, l.recorded_at as l_recorded_at,
                n.interaction_id as n_id, n.kind as n_kind, n.direction as n_direction,
                n.occurred_at as n_occurred_at, n.recorded_at as n_recorded_at,
                o.interaction_id as o_id, o.kind as o_kind, o.direction as o_direction,
                o.occurred_at as o_occurred_at, o.recorded_at as o_recorded_at,
                kept.id as closed_id, kept.cause as closed_cause, kept.closed_at,
                born.cause as birthday_cause, born.state as birthday_state, born.rests_until as birthday_rests_until,
                c.birthday, c.anniversaries, kept_days.causes as closed_anniversaries,
                reached.occurred_at as reached_out_at, %s as muted, %s as muted_kinds, signals.*
            from unnest(?::text[], ?::uuid[]) as wanted (workspace_id, contact_id)
            join contact c using (workspace_id, contact_id)
            cross join lateral (select array(
                select c.contact_id union
                select m.contact_id from contact m
                where m.workspace_id = c.workspace_id and m.survivor_id = c.contact_id) as ids offset 0) g
            left join relevance r
                on r.workspace_id = c.workspace_id and r.contact_id = c.contact_id and not r.removed
            left join preference p on p.workspace_id = c.workspace_id and p.member = c.owner
            left join lateral %s l on true
            left join lateral %s n on true
            left join lateral %s answered on true
            left join lateral %s settled on true
            left join lateral %s o on true
            left join lateral %s kept on true
            left join lateral %s reached on true
            left join lateral %s signals on true
            left join lateral %s born on true
            left join lateral %s kept_days on true
            where not c.deleted""".formatted(
                    Preferences.COLUMNS,
                    Mutes.anyOf("c.workspace_id", "c.owner", "g.ids"),
                    Mutes.kinds("c.workspace_id", "c.owner"),
                    touch("t.kind not in ('pitch', 'note')", NEWEST),
                    touch(
                            "t.kind <> 'pitch' and c.cadence_ideal is not null"
                                    + " and (c.cadence_counting = '{}' or t.kind = any (c.cadence_counting))",
                            NEWEST),
                    touch("t.direction <> 'INBOUND'", "t.occurred_at desc"),
                    closed("reply_owed"),
                    touch(
                            "t.direction = 'INBOUND' and t.kind not in ('pitch', 'note', 'reaction') and t.occurred_at"
                                    + " > coalesce(greatest(answered.occurred_at, settled.closed_at), '-infinity')",
                            "t.occurred_at, t.interaction_id"),
                    closed("keep_in_touch"),
                    touch("t.direction <> 'INBOUND' and t.kind not in ('pitch', 'note')", NEWEST),
                    signals(),
                    birthday(),
                    ANNIVERSARIES);

    private SituationSql() {}

    /** The first touch of any of the contacts that are one: the first of each by index, and of these the first. */
    private static String touch(String condition, String order) {
        return """
                (select t.* from unnest(g.ids) as e (contact_id) cross join lateral (
                    select t.interaction_id, t.kind, t.direction, t.occurred_at, t.recorded_at from touch t
                    where t.workspace_id = c.workspace_id and t.contact_id = e.contact_id and not t.retracted and %s
                    order by %s limit 1) t
                order by %s limit 1)""".formatted(condition, order, order);
    }

    /** The newest signals that call for congratulations, as columns of one row. */
    private static String signals() {
        var kinds = Signal.CONGRATULATED.stream()
                .map(kind -> "'" + kind.json() + "'")
                .collect(Collectors.joining(", "));
        return """
                (select array_agg(s.signal_id) as signal_ids, array_agg(s.kind) as signal_kinds,
                    array_agg(s.title) as signal_titles, array_agg(s.happened_at) as signals_happened_at,
                    array_agg(s.seen_at) as signals_seen_at
                from (
                    select s.* from unnest(g.ids) as e (contact_id) cross join lateral (
                        select s.signal_id, s.kind, s.title, s.happened_at, s.seen_at from signal s
                        where s.workspace_id = c.workspace_id and s.contact_id = e.contact_id and not s.retracted
                            and s.kind in (%1$s)
                        order by s.happened_at desc, s.signal_id desc limit %2$d) s
                    order by s.happened_at desc, s.signal_id desc limit %2$d) s)""".formatted(kinds, SIGNALS);
    }

    /** The reminder of the last birthday that has come by now, which is a parameter, or that was closed before it came. */
    private static String birthday() {
        return """
                (select d.* from unnest(g.ids) as e (contact_id) cross join lateral (
                    select d.cause, d.state, d.due_at, greatest(d.told_at, d.wake_at) as rests_until from reminder d
                    where d.workspace_id = c.workspace_id and d.contact_id = e.contact_id and d.kind = 'birthday'
                    and (d.state in ('done', 'dismissed') or d.due_at <= ?::timestamptz) order by d.due_at desc limit 1) d
                order by d.due_at desc limit 1)""";
    }

    /** What the member closed last of this kind. */
    private static String closed(String kind) {
        return """
                (select d.* from unnest(g.ids) as e (contact_id) cross join lateral (
                    select d.id, d.cause, d.closed_at from reminder d
                    where d.workspace_id = c.workspace_id and d.contact_id = e.contact_id and d.kind = '%s'
                    and d.state in ('done', 'dismissed') order by d.closed_at desc limit 1) d
                order by d.closed_at desc limit 1)""".formatted(kind);
    }
}
