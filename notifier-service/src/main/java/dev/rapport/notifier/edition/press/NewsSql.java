package dev.rapport.notifier.edition.press;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.events.SignalKind;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.edition.content.SeenSignal;
import dev.rapport.notifier.edition.content.UnaskedTouch;
import dev.rapport.notifier.mute.Mutes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Reads what was heard for editions, so that it costs what is new or how many contacts the members have, whichever is less: a
 * large workspace hears much that is not for the few of its members whose time has come, and a member of many contacts hears of
 * few of them.
 */
final class NewsSql {

    /** What happened longer ago is no news, however lately it was heard: a history may be imported. */
    private static final Duration OLDEST = Duration.ofDays(30);

    /** Who has as many contacts is read by what the workspace heard, without counting on. */
    private static final int MANY_CONTACTS = 1_000;

    private static final String READ_NOW = """
            join windows w on w.workspace_id = h.workspace_id and w.member = h.member
                and h.heard_at > w.since and h.heard_at <= w.until
            left join relevance v on v.workspace_id = h.workspace_id and v.contact_id = h.about and not v.removed""";

    private static final String MUTED = Mutes.of("h.workspace_id", "h.member", "h.about");

    /** A signal that is congratulated has its place already. */
    private static final String SIGNALS =
            """
            %s
            select h.workspace_id, h.member, h.signal_id, h.kind, h.title, h.link, h.topics, h.happened_at,
                h.about as contact_id, h.display_name, h.interests, v.rank_key, v.half_life_s, v.kappa
            from heard h
            %s
            where not %s and not exists (
                select from reminder r
                where r.workspace_id = h.workspace_id and r.contact_id = h.contact_id and r.kind = 'congratulate'
                    and r.cause = 'signal:' || h.signal_id)""".formatted(heard("select *, happened_at as at from signal where not retracted"), READ_NOW, MUTED);

    private static final String UNASKED = """
            %s
            select h.workspace_id, h.member, h.interaction_id, h.kind = 'pitch' as pitch, h.recorded_at,
                h.about as contact_id, h.display_name, v.rank_key, v.half_life_s, v.kappa
            from heard h
            %s
            where not %s and (h.kind = 'pitch' or not exists (
                select from contact g
                join touch o on o.workspace_id = g.workspace_id and o.contact_id = g.contact_id and not o.retracted
                    and o.direction <> 'INBOUND'
                where g.workspace_id = h.workspace_id
                    and (g.contact_id = h.about or g.survivor_id = h.about)))""".formatted(heard("""
                            select *, recorded_at as heard_at, occurred_at as at from touch
                            where not retracted and direction = 'INBOUND'"""), READ_NOW, MUTED);

    /**
     * What was heard in the windows, and whose contact it is about. The planner knows neither how many windows there are nor
     * what was heard in them: {@code offset 0} and {@code materialized} keep it from turning the order around, by which it once
     * read all signals of a workspace for each contact of a member.
     *
     * @param of all that can be heard, with {@code heard_at} and when it happened as {@code at}
     */
    private static String heard(String of) {
        return """
                with windows as materialized (
                    select w.*, clock.oldest, (
                        select count(*) from (
                            select from contact c
                            where c.workspace_id = w.workspace_id and c.owner = w.member and not c.deleted limit %1$d) as own
                    ) as contacts
                    from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                        as w (workspace_id, member, since, until)
                    cross join (select ?::timestamptz as oldest) as clock),
                spans as materialized (
                    select s.*, s.most < %1$d and exists (
                        select from (%2$s) h
                        where h.workspace_id = s.workspace_id and h.heard_at > s.since and h.heard_at <= s.until
                        offset s.contacts) as by_contact
                    from (
                        select workspace_id, min(since) as since, max(until) as until, min(oldest) as oldest,
                            sum(contacts)::bigint as contacts, max(contacts) as most
                        from windows group by workspace_id) s),
                own as materialized (
                    select w.workspace_id, w.since, w.until, w.oldest, c.*, one.contact_id
                    from windows w
                    join spans using (workspace_id)
                    cross join lateral (
                        select c.owner as member, c.contact_id as about, c.display_name, c.interests from contact c
                        where c.workspace_id = w.workspace_id and c.owner = w.member and not c.deleted offset 0) c
                    cross join lateral (
                        select c.about as contact_id union all
                        select m.contact_id from contact m
                        where m.workspace_id = w.workspace_id and m.survivor_id = c.about offset 0) one
                    where spans.by_contact),
                heard as materialized (
                    select h.*, own.member, own.about, own.display_name, own.interests from own
                    cross join lateral (
                        select h.* from (%2$s) h
                        where h.workspace_id = own.workspace_id and h.contact_id = own.contact_id and h.at > own.oldest
                            and h.heard_at > own.since and h.heard_at <= own.until offset 0) h
                    union all
                    select h.*, c.member, c.about, c.display_name, c.interests from spans
                    cross join lateral (
                        select h.* from (%2$s) h
                        where h.workspace_id = spans.workspace_id and h.heard_at > spans.since
                            and h.heard_at <= spans.until and h.at > spans.oldest offset 0) h
                    cross join lateral (
                        select coalesce(c.survivor_id, c.contact_id) as id from contact c
                        where c.workspace_id = h.workspace_id and c.contact_id = h.contact_id offset 0) survivor
                    cross join lateral (
                        select c.owner as member, c.contact_id as about, c.display_name, c.interests from contact c
                        where c.workspace_id = h.workspace_id and c.contact_id = survivor.id and not c.deleted offset 0) c
                    where not spans.by_contact)""".formatted(MANY_CONTACTS, of);
    }

    private NewsSql() {}

    static Map<MemberKey, List<SeenSignal>> signals(Connection transaction, List<Window> windows, Instant now)
            throws SQLException {
        try (var query = transaction.prepareStatement(SIGNALS)) {
            Window.bind(query, windows);
            query.setObject(5, OffsetDateTime.ofInstant(now.minus(OLDEST), ZoneOffset.UTC));
            return Rows.byMember(query, row -> signal(row, now));
        }
    }

    static Map<MemberKey, List<UnaskedTouch>> unasked(Connection transaction, List<Window> windows, Instant now)
            throws SQLException {
        try (var query = transaction.prepareStatement(UNASKED)) {
            Window.bind(query, windows);
            query.setObject(5, OffsetDateTime.ofInstant(now.minus(OLDEST), ZoneOffset.UTC));
            return Rows.byMember(query, row -> unasked(row, now));
        }
    }

    private static SeenSignal signal(ResultSet row, Instant now) throws SQLException {
        return new SeenSignal(
                row.getObject("signal_id", UUID.class),
                Rows.about(row, now),
                SignalKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("link"),
                Rows.texts(row, "topics"),
                Rows.texts(row, "interests"),
                instant(row, "happened_at"));
    }

    private static UnaskedTouch unasked(ResultSet row, Instant now) throws SQLException {
        return new UnaskedTouch(
                row.getObject("interaction_id", UUID.class),
                Rows.about(row, now),
                row.getBoolean("pitch"),
                instant(row, "recorded_at"));
    }
}
