package dev.rapport.engagement.network;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.profile.WorkspaceScoring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The caller's network, as it is and as it was. */
@ApplicationScoped
class Networks {

    private static final String GROWTH = """
        select to_char(d.added_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as added
        from directory_contact d
        where d.workspace_id = :workspace and d.deleted_at is null and d.added_at >= :from
          and (:owner::text is null or d.owner = :owner::text)
        group by 1 order by 1\
        """;

    /** The last day that was kept of each week, which begins on Monday. */
    private static final String WEEKS = """
        select distinct on (date_trunc('week', n.day)) n.* from network_day n
        where n.workspace_id = :workspace and n.owner = :owner and n.day >= :from::date and n.day < :to::date
        order by date_trunc('week', n.day), n.day desc\
        """;

    private final WorkspaceSql sql;
    private final DataSource database;
    private final CurrentMember member;

    @Inject
    Networks(WorkspaceSql sql, DataSource database, CurrentMember member) {
        this.sql = sql;
        this.database = database;
        this.member = member;
    }

    /** As it is. */
    Figures now(WorkspaceScoring scoring, String owner, Instant now) {
        try (var connection = database.getConnection()) {
            return CountNetwork.of(connection, member.workspace(), scoring, now)
                    .getOrDefault(key(owner), Figures.none(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        } catch (SQLException e) {
            throw new IllegalStateException("the network cannot be counted", e);
        }
    }

    /** As it was, once a week, before a day. */
    List<Figures> weeks(String owner, LocalDate from, LocalDate to) {
        return sql.list(
                WEEKS, Map.of("owner", key(owner), "from", from.toString(), "to", to.toString()), Figures::read);
    }

    /** How many of the contacts there are were added in each month since a certain one. */
    List<NetworkView.Growth> growth(String owner, YearMonth from, YearMonth to) {
        var parameters = new HashMap<String, Object>();
        parameters.put("from", from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        parameters.put("owner", owner);
        var added = new HashMap<String, Long>();
        sql.list(GROWTH, parameters, row -> added.put(row.getString("month"), row.getLong("added")));
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> new NetworkView.Growth(month.toString(), added.getOrDefault(month.toString(), 0L)))
                .toList();
    }

    private static String key(String owner) {
        return owner == null ? CountNetwork.EVERYBODY : owner;
    }
}
