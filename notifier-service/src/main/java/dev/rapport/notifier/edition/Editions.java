package dev.rapport.notifier.edition;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import dev.rapport.notifier.preference.Preferences;
import dev.rapport.notifier.relevance.Strength;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The calling member's editions. */
@ApplicationScoped
class Editions {

    private static final String PREFERENCES = "select " + Preferences.COLUMNS
            + " from preference p where p.workspace_id = :workspace and p.member = :member";

    private static final String ENTRIES = """
            select r.id, coalesce(c.survivor_id, r.contact_id) as contact_id,
                coalesce(c.display_name, s.display_name) as display_name, r.kind, r.state, r.reason, r.due_at, r.latest_at, r.created_at,
                v.rank_key, v.half_life_s, v.kappa
            from reminder r
            left join contact c on c.workspace_id = r.workspace_id and c.contact_id = r.contact_id
            left join contact s on s.workspace_id = r.workspace_id and s.contact_id = c.survivor_id
            left join relevance v on v.workspace_id = r.workspace_id
                and v.contact_id = coalesce(c.survivor_id, r.contact_id) and not v.removed
            where r.workspace_id = :workspace and r.owner = :member and r.state in ('scheduled', 'due', 'snoozed')
                and (r.state = 'due' or r.wake_at < :dayEnds)""";

    private static final String TOLD_TODAY =
            "select count(*) from reminder where workspace_id = :workspace and owner = :member and told_at >= :dayBegan";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Clock clock;

    /** Today's edition as it stands now. */
    EditionView preview() {
        var now = clock.instant();
        var me = member.id();
        var preferences =
                sql.first(PREFERENCES, Map.of("member", me), Preferences::read).orElse(Preferences.DEFAULT);
        var schedule = preferences.schedule();
        var entries =
                sql.list(ENTRIES, Map.of("member", me, "dayEnds", schedule.endOfDay(now)), row -> entry(row, now));
        var toldToday = sql.list(
                        TOLD_TODAY, Map.of("member", me, "dayBegan", schedule.startOfDay(now)), row -> row.getInt(1))
                .get(0);
        return new EditionView(
                schedule.dateOf(now),
                me,
                preferences.timeZone(),
                EditionComposer.compose(entries, new DailyCap(preferences.dailyCap()), toldToday, now));
    }

    private static Entry entry(ResultSet row, Instant now) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var strength = row.getObject("rank_key") == null
                ? Strength.NONE
                : new Strength(row.getDouble("rank_key"), row.getDouble("half_life_s"), row.getDouble("kappa"));
        var score = strength.scoreAt(now);
        var dueAt = row.getObject("due_at", OffsetDateTime.class).toInstant();
        var latestAt = Optional.ofNullable(row.getObject("latest_at", OffsetDateTime.class));
        return new Entry(
                ReminderKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                !row.getString("state").equals("scheduled"),
                new EditionItem(
                        row.getObject("contact_id", UUID.class),
                        row.getString("display_name"),
                        row.getString("reason"),
                        score,
                        Strength.band(score),
                        id,
                        dueAt),
                new Candidate(
                        id,
                        score,
                        dueAt,
                        latestAt.map(OffsetDateTime::toInstant),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()));
    }
}
