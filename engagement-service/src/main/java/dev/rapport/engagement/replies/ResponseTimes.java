package dev.rapport.engagement.replies;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.relevance.Owed;
import dev.rapport.engagement.relevance.Scale;
import dev.rapport.engagement.scoring.Noise;
import dev.rapport.events.InteractionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long answers took. Messages in a row from one side are a turn, which whatever the other side takes part in next ends:
 * the answer to a turn is the beginning of the next one, and it took as long as lies between both beginnings.
 */
@ApplicationScoped
public class ResponseTimes {

    /** So many interactions of a period are looked at: the newest. */
    static final int MOST = 100_000;

    private static final String BOUND = """
        select i.occurred_at from interaction i
        where i.workspace_id = :workspace and i.occurred_at >= :from and i.occurred_at < :to
          and i.retracted_at is null
        order by i.occurred_at desc, i.id desc offset :most limit 1\
        """;

    static final String TURNS = """
        with told as (
            select s.contact_id, s.owner, i.occurred_at, i.id, i.kind, i.direction,
                lag(i.direction) over (partition by s.contact_id order by i.occurred_at, i.id) as before
            from interaction i
            join directory_contact d on d.workspace_id = :workspace and d.contact_id = i.contact_id
            join directory_contact s on s.workspace_id = :workspace
                and s.contact_id = coalesce(d.survivor_id, d.contact_id) and s.deleted_at is null
            where i.workspace_id = :workspace and i.occurred_at >= :from and i.occurred_at < :to
              and i.contact_id is not null and i.retracted_at is null
              and i.kind || ' ' || i.direction <> all (:noise::text[])
              and (:owner::text is null or s.owner = :owner::text)
        ), begun as (
            select contact_id, owner, occurred_at, kind, direction,
                lead(occurred_at) over (partition by contact_id order by occurred_at, id) as answered_at
            from told where before is distinct from direction
        )
        select b.owner, b.kind, b.direction, t.rank_key, b.occurred_at, b.answered_at
        from begun b
        left join tie t on t.workspace_id = :workspace and t.contact_id = b.contact_id
            and t.generation = :generation
        where b.direction <> 'MUTUAL'\
        """;

    private final WorkspaceSql sql;

    @Inject
    ResponseTimes(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** What the sides of a period needed for their answers. */
    public record Sides(AnswerTimes mine, AnswerTimes theirs) {}

    /** Both sides' answers together, of one owner's contacts or, with null, of all. */
    public Sides sides(WorkspaceScoring scoring, String owner, Instant from, Instant to) {
        var view = of(scoring, owner, from, to);
        return new Sides(view.mine(), view.theirs());
    }

    ResponseTimesView of(WorkspaceScoring scoring, String owner, Instant from, Instant to) {
        var parameters = new HashMap<String, Object>(Map.of(
                "from",
                from,
                "to",
                to,
                "most",
                MOST,
                "noise",
                Noise.of(scoring.base()),
                "generation",
                scoring.generation()));
        parameters.put("owner", owner);
        var begin =
                sql.first(BOUND, parameters, row -> instant(row, "occurred_at")).orElse(from);
        parameters.put("from", begin);
        var scale = new Scale(scoring, to);
        List<Turn> turns = sql.list(TURNS, parameters, row -> turn(row, scale));
        return ResponseTimesView.of(begin, to, turns);
    }

    private static Turn turn(ResultSet row, Scale scale) throws SQLException {
        var levels = scale.of(row.getString("owner"));
        var key = row.getObject("rank_key", Double.class);
        var answered = instant(row, "answered_at");
        return new Turn(
                row.getString("direction").equals("INBOUND") ? Owed.MINE : Owed.THEIRS,
                levels.bandOf(key == null ? 0 : levels.strengthOfKey(key)),
                InteractionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                answered == null ? null : Duration.between(instant(row, "occurred_at"), answered));
    }
}
