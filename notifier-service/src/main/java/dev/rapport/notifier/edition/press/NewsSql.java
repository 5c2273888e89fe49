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

    private static final String MUTED = Mutes.of("s.workspace_id", "s.owner", "s.contact_id");

    /** A signal that is congratulated has its place already. */
    private static final String SIGNALS = WINDOWS + """
            select g.workspace_id, s.owner as member, g.signal_id, g.kind, g.title, g.link, g.topics, g.happened_at,
                s.contact_id, s.display_name, s.interests, v.rank_key, v.half_life_s, v.kappa
            from spans
            join signal g on g.workspace_id = spans.workspace_id and not g.retracted
                and g.heard_at > spans.since and g.heard_at <= spans.until
            join contact c on c.workspace_id = g.workspace_id and c.contact_id = g.contact_id
            join contact s on s.workspace_id = g.workspace_id and s.contact_id = coalesce(c.survivor_id, c.contact_id)
                and not s.deleted
            join windows w on w.workspace_id = s.workspace_id and w.member = s.owner
                and g.heard_at > w.since and g.heard_at <= w.until
            left join relevance v on v.workspace_id = s.workspace_id and v.contact_id = s.contact_id and not v.removed
            where g.happened_at > ? and not %s and not exists (
                select from reminder r
                where r.workspace_id = g.workspace_id and r.contact_id = g.contact_id and r.kind = 'congratulate'
                    and r.cause = 'signal:' || g.signal_id)""".formatted(MUTED);

    private static final String UNASKED = WINDOWS + """
            select t.workspace_id, s.owner as member, t.interaction_id, t.kind = 'pitch' as pitch, t.recorded_at,
                s.contact_id, s.display_name, v.rank_key, v.half_life_s, v.kappa
            from spans
            join touch t on t.workspace_id = spans.workspace_id and not t.retracted and t.direction = 'INBOUND'
                and t.recorded_at > spans.since and t.recorded_at <= spans.until
            join contact c on c.workspace_id = t.workspace_id and c.contact_id = t.contact_id
            join contact s on s.workspace_id = t.workspace_id and s.contact_id = coalesce(c.survivor_id, c.contact_id)
                and not s.deleted
            join windows w on w.workspace_id = s.workspace_id and w.member = s.owner
                and t.recorded_at > w.since and t.recorded_at <= w.until
            left join relevance v on v.workspace_id = s.workspace_id and v.contact_id = s.contact_id and not v.removed
            where t.occurred_at > ? and not %s and (t.kind = 'pitch' or not exists (
                select from contact g
                join touch o on o.workspace_id = g.workspace_id and o.contact_id = g.contact_id and not o.retracted
                    and o.direction <> 'INBOUND'
                where g.workspace_id = s.workspace_id
                    and (g.contact_id = s.contact_id or g.survivor_id = s.contact_id)))""".formatted(MUTED);

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
