package dev.rapport.engagement.relevance;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.relevance.Walk.Source;
import dev.rapport.engagement.scoring.KeyRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Walks through the indexes of ties. A page costs a page of index, but for a circle or a relationship, by which no index of
 * ties is sorted: when few contacts are of it, they are looked up and sorted; when many are, the walk passes all ties and
 * leaves out the others, yet no more than a bounded number for one page, which may then be short.
 */
@ApplicationScoped
class TieWalks {

    /** Up to so many contacts of a circle or a relationship are looked up and sorted. */
    static final int FEW = 1000;

    /** So many ties one page may pass in search of contacts of a larger one: in chunks, for most pages need not that many. */
    private static final int PASSED_AT_MOST = 4000;

    private static final int CHUNK = 500;

    /** So many owners with half-lives of their own can be ranked together: their places must fit into a cursor. */
    private static final int OWNERS_AT_MOST = 32;

    /** The "offset 0" leaves no index but that of circles, whose ids are of one workspace alone. */
    static final String IN_CIRCLE = """
        select d.contact_id from (
            select * from directory_contact d where d.circles @> array[:circle::uuid] and d.deleted_at is null
            offset 0) d
        where d.workspace_id = :workspace and (:relationship::text is null or d.relationship = :relationship::text)
        limit :rows\
        """;

    static final String OF_RELATIONSHIP = """
        select d.contact_id from directory_contact d
        where d.workspace_id = :workspace and d.relationship = :relationship and d.deleted_at is null
        limit :rows\
        """;

    private static final UUID LOWEST = new UUID(0, 0);

    private final WorkspaceSql sql;

    @Inject
    TieWalks(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Whose ties there are. */
    List<String> owners(Scale scale) {
        var owners = sql.list(
                Walk.OWNERS,
                Map.of("generation", scale.scoring().generation(), "rows", OWNERS_AT_MOST + 1),
                row -> row.getString("owner"));
        if (owners.size() > OWNERS_AT_MOST) {
            throw ApiException.invalid(
                    "owner",
                    "must be named, for more than " + OWNERS_AT_MOST + " members have half-lives of their own");
        }
        return owners;
    }

    /** Finds out from where the contacts of a filter are best taken. */
    Gathered gathered(Scale scale, RankingFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("generation", scale.scoring().generation());
        parameters.put("circle", filter.circle());
        parameters.put(
                "relationship",
                filter.relationship() == null ? null : filter.relationship().json());
        parameters.put("rows", FEW + 1);
        if (!filter.asksTheDirectory()) {
            return new Gathered(false, parameters, passed -> isWanted(scale, filter, passed), filter);
        }
        var few = sql.list(
                filter.circle() == null ? OF_RELATIONSHIP : IN_CIRCLE,
                parameters,
                row -> row.getObject("contact_id", UUID.class));
        boolean isFew = few.size() <= FEW;
        if (isFew) {
            parameters.put("few", few);
        }
        return new Gathered(isFew, parameters, passed -> isWanted(scale, filter, passed), filter);
    }

    private static boolean isWanted(Scale scale, RankingFilter filter, Passed passed) {
        return scale.isIn(filter.bands(), passed)
                && (filter.owed() == null
                        || filter.owed().isBy(passed.contact().stored().tie()));
    }

    /** Where contacts are taken from. */
    final class Gathered {
        private final boolean few;
        private final Map<String, Object> parameters;
        private final Predicate<Passed> wanted;
        private final RankingFilter filter;

        private Gathered(boolean few, Map<String, Object> parameters, Predicate<Passed> wanted, RankingFilter filter) {
            this.few = few;
            this.parameters = parameters;
            this.wanted = wanted;
            this.filter = filter;
        }

        /** Walks on from a position, null at the start, until it found one more than a page, nothing is left or enough passed. */
        Strand walk(Leg leg, Position position, int limit) {
            var strand = new Strand(leg, position);
            var statement = leg.walk().sql(source(leg));
            int chunk = isSelective(leg) ? Math.max(CHUNK, limit + 1) : limit + 1;
            int passed = 0;
            for (var range : leg.ranges()) {
                boolean exhausted = isBehind(leg.walk(), range, position);
                while (!exhausted) {
                    if (strand.found() > limit || passed >= PASSED_AT_MOST) {
                        return strand;
                    }
                    var rows = sql.list(statement, at(leg, range, strand.reached(), chunk), Passed::read);
                    strand.pass(rows, wanted);
                    passed += rows.size();
                    exhausted = rows.size() < chunk;
                }
            }
            strand.end();
            return strand;
        }

        private Source source(Leg leg) {
            if (few) {
                return Source.FEW;
            }
            boolean marked = filter.asksTheDirectory();
            return leg.owner() == null
                    ? (marked ? Source.ALL_MARKED : Source.ALL)
                    : (marked ? Source.OWNER_MARKED : Source.OWNER);
        }

        /** Whether the walk passes many that are not looked for. */
        private boolean isSelective(Leg leg) {
            return (filter.asksTheDirectory() && !few)
                    || filter.owed() != null
                    || (!leg.walk().isByRank() && !filter.bands().isEmpty());
        }

        /** The walk's parameters: it goes on after the position if that lies within the range, or else starts at its edge. */
        private Map<String, Object> at(Leg leg, KeyRange range, Position position, int rows) {
            var values = new HashMap<>(parameters);
            boolean down = leg.walk().isDown();
            boolean within = position != null && range.contains(position.key());
            values.put("owner", leg.owner());
            values.put("contact", within ? position.contact() : LOWEST);
            values.put("key", within ? position.key() : down ? range.to() : range.from());
            values.put("bound", down ? range.from() : range.to());
            values.put("last", position == null ? "-infinity" : position.last().toString());
            values.put("rows", rows);
            return values;
        }

        /** Whether all of a range comes before a position, so that earlier pages told it. */
        private static boolean isBehind(Walk walk, KeyRange range, Position position) {
            return switch (walk) {
                case KEY_DOWN -> position != null && position.key() < range.from();
                case KEY_UP -> position != null && position.key() >= range.to();
                default -> false;
            };
        }
    }
}
