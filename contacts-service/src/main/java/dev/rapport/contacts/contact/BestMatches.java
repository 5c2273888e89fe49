package dev.rapport.contacts.contact;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Found.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Finds contacts by words among all of a workspace, those with the nearest names first: whose names begin as asked, then whose
 * names have the words, then the others, each in the order of names. Nothing further is looked at once the page is full: so
 * the first letters of a name cost what the page shows.
 */
@ApplicationScoped
class BestMatches {

    /** So many contacts are read in the order of names for each that is wanted, in the hope that enough of them match. */
    private static final int WALKED = 100;

    private static final String BY_NAME = " order by c.name_key, c.id limit :limit";
    private static final String AFTER_NAME = "(c.name_key, c.id) > (:afterKey::text, :afterId::uuid)";

    private static final String BEGUN = "select " + Found.COLUMNS + """
             from (select c.*, (c.name_key <> :asked)::int as distance from contact c) c
            where c.workspace_id = :workspace and c.deleted_at is null and starts_with(c.name_key, :asked) and %s""" + BY_NAME;

    /**
     * {@code offset 0} hides from the planner that few are wanted: it would hope to meet them soon in the order of names,
     * where the index of words finds the few that match.
     */
    private static final String LOOK_UP = "select " + Found.COLUMNS + """
             from (
                select c.*, %s as distance from contact c
                where c.words @@ :indexed::tsquery and c.deleted_at is null and not starts_with(c.name_key, :asked)
                offset 0) c
            where c.workspace_id = :workspace and %s and %s and %s
            order by\s""" + Found.BY_DISTANCE + " limit :limit";

    private static final String WALK = "select " + Found.COLUMNS + """
             from (
                select c.*, %s as distance from contact c
                where c.workspace_id = :workspace and c.deleted_at is null and %s
                order by c.name_key, c.id
                limit :walked) c
            where not starts_with(c.name_key, :asked) and c.words @@ :whole::tsquery and %s""" + BY_NAME;

    private final WorkspaceSql sql;

    @Inject
    BestMatches(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * At most so many, from the one after this position. A contact that is renamed meanwhile may come twice or not at all, as
     * it may between two pages.
     */
    List<Found> list(Sought sought, Optional<Position> from, int limit) {
        var wanted = new Wanted(sought, from, limit);
        var found = new ArrayList<Found>();
        if (wanted.mayHave(Found.BEGUN)) {
            found.addAll(read(BEGUN.formatted(from.isEmpty() ? "true" : AFTER_NAME), wanted, sought.words()));
        }
        if (found.size() < limit) {
            var rest = wanted.without(found);
            found.addAll(
                    sought.words().isCommon() ? ofMany(rest) : lookUp(Found.DISTANCE, "true", rest, sought.words()));
        }
        return found;
    }

    /** Where very many contacts have the words, perhaps others than in their names. */
    private List<Found> ofMany(Wanted wanted) {
        var found = new ArrayList<Found>();
        if (wanted.mayHave(Found.NAMED)) {
            found.addAll(ofMany(Found.NAMED, "true", wanted, wanted.sought().names()));
        }
        if (found.size() < wanted.limit()) {
            found.addAll(ofMany(
                    Found.OTHER,
                    "not " + Found.IS_NAMED,
                    wanted.without(found),
                    wanted.sought().words()));
        }
        return found;
    }

    /** Those at one distance. If there are many, enough of them are soon met; if not, the index of words knows where. */
    private List<Found> ofMany(int distance, String condition, Wanted wanted, WordQuery words) {
        if (words.isCommon()) {
            var found = read(
                    WALK.formatted(distance, wanted.isAt(distance) ? AFTER_NAME : "true", condition), wanted, words);
            if (found.size() == wanted.limit()) {
                return found;
            }
        }
        return lookUp(String.valueOf(distance), condition, wanted, words);
    }

    private List<Found> lookUp(String distance, String condition, Wanted wanted, WordQuery words) {
        var after = wanted.from().isEmpty() ? "true" : Found.AFTER_DISTANCE;
        return read(LOOK_UP.formatted(distance, condition, words.rest(), after), wanted, words);
    }

    private List<Found> read(String text, Wanted wanted, WordQuery words) {
        var parameters = new HashMap<>(wanted.sought().parameters(words));
        parameters.put("walked", WALKED * wanted.limit());
        parameters.put("limit", wanted.limit());
        wanted.from().map(Position::parameters).ifPresent(parameters::putAll);
        return sql.list(text, parameters, Found::read);
    }

    private record Wanted(Sought sought, Optional<Position> from, int limit) {

        boolean mayHave(int distance) {
            return from.isEmpty() || from.get().distance() <= distance;
        }

        boolean isAt(int distance) {
            return from.isPresent() && from.get().distance() == distance;
        }

        Wanted without(List<Found> found) {
            return new Wanted(sought, from, limit - found.size());
        }
    }
}
