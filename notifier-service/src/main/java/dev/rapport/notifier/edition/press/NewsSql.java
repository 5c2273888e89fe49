package dev.rapport.notifier.edition.press;

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

/** Reads what was heard for editions: by workspace and time, so that it costs what is new, not how many contacts there are. */
final class NewsSql {

    /** What happened longer ago is no news, however lately it was heard: a history may be imported. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final String WINDOWS = """
            with windows as materialized (
                select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as member_window (workspace_id, member, since, until)),
            spans as materialized (
                select workspace_id, min(since) as since, max(until) as until from windows group by workspace_id)
            """;

    /**
     * Whose contact what was heard is about. The planner knows neither how many windows there are nor what was heard in them:
     * {@code offset 0} and {@code materialized} keep it from turning the order around, by which it once read all signals of a
     * workspace for each contact of a member.
     */
    private static final String OWNED = """
            cross join lateral (
                select coalesce(c.survivor_id, c.contact_id) as id from contact c
                where c.workspace_id = h.workspace_id and c.contact_id = h.contact_id offset 0) survivor
            cross join lateral (
                select c.owner as member, c.contact_id as about, c.display_name, c.interests from contact c
                where c.workspace_id = h.workspace_id and c.contact_id = survivor.id and not c.deleted offset 0) s""";

    private static final String READ_NOW = """
            join windows w on w.workspace_id = h.workspace_id and w.member = h.member
                and h.heard_at > w.since and h.heard_at <= w.until
            left join relevance v on v.workspace_id = h.workspace_id and v.contact_id = h.about and not v.removed""";

    private static final String MUTED = Mutes.of("h.workspace_id", "h.member", "h.about");

    /** A signal that is congratulated has its place already. */
    private static final String SIGNALS = WINDOWS + """
            , heard as materialized (
                select h.*, s.* from spans
                cross join lateral (
                    select g.* from signal g
                    where g.workspace_id = spans.workspace_id and not g.retracted and g.heard_at > spans.since
                        and g.heard_at <= spans.until and g.happened_at > ? offset 0) h
                %s)
            select h.workspace_id, h.member, h.signal_id, h.kind, h.title, h.link, h.topics, h.happened_at,
                h.about as contact_id, h.display_name, h.interests, v.rank_key, v.half_life_s, v.kappa
            from heard h
            %s
            where not %s and not exists (
                select from reminder r
                where r.workspace_id = h.workspace_id and r.contact_id = h.contact_id and r.kind = 'congratulate'
                    and r.cause = 'signal:' || h.signal_id)""".formatted(OWNED, READ_NOW, MUTED);

    private static final String UNASKED = WINDOWS + """
            , heard as materialized (
                select h.*, s.* from spans
                cross join lateral (
                    select t.*, t.recorded_at as heard_at from touch t
                    where t.workspace_id = spans.workspace_id and not t.retracted and t.direction = 'INBOUND'
                        and t.recorded_at > spans.since and t.recorded_at <= spans.until and t.occurred_at > ? offset 0) h
                %s)
            select h.workspace_id, h.member, h.interaction_id, h.kind = 'pitch' as pitch, h.recorded_at,
                h.about as contact_id, h.display_name, v.rank_key, v.half_life_s, v.kappa
            from heard h
            %s
            where not %s and (h.kind = 'pitch' or not exists (
                select from contact g
                join touch o on o.workspace_id = g.workspace_id and o.contact_id = g.contact_id and not o.retracted
                    and o.direction <> 'INBOUND'
                where g.workspace_id = h.workspace_id
                    and (g.contact_id = h.about or g.survivor_id = h.about)))""".formatted(OWNED, READ_NOW, MUTED);

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
                Rows.instant(row, "happened_at"));
    }

    private static UnaskedTouch unasked(ResultSet row, Instant now) throws SQLException {
        return new UnaskedTouch(
                row.getObject("interaction_id", UUID.class),
                Rows.about(row, now),
                row.getBoolean("pitch"),
                Rows.instant(row, "recorded_at"));
    }
}
