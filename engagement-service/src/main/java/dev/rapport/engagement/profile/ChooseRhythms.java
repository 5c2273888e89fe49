package dev.rapport.engagement.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rapport.engagement.scoring.Rhythm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the half-lives of an adaptive profile from the days on which each owner and each contact were in touch. */
final class ChooseRhythms {

    /** Further back, people lived otherwise. */
    private static final Duration LOOK_BACK = Duration.ofDays(400);

    /** More owners than this have no half-life of their own: those with the most gaps come first. */
    static final int MOST_OWNERS = 1000;

    private static final String GAPS = """
            with days as (
                select distinct i.owner, i.contact_id, (i.occurred_at at time zone 'UTC')::date as day
                from interaction i
                where i.workspace_id = ? and i.contact_id is not null and i.retracted_at is null
                  and i.occurred_at > ? and not (i.kind = 'pitch' and i.direction = 'INBOUND')
            ), gaps as (
                select owner, day - lag(day) over (partition by owner, contact_id order by day) as gap from days
            )
            select owner, gap, count(*) as times from gaps where gap is not null group by owner, gap""";

    private static final String DEFINITION = """
            select definition from scoring_profile
            where workspace_id = ? and version = ? and (definition ->> 'adaptive')::boolean and rhythms is null""";

    private static final String CHOOSE = """
            update scoring_profile set definition = ?::jsonb, rhythms = ?::jsonb
            where workspace_id = ? and version = ?""";

    private ChooseRhythms() {}

    /** Chooses for a version that is about to be built, if it is adaptive and nothing was chosen for it yet. */
    static void forVersion(Connection transaction, String workspace, int version, Instant now) throws SQLException {
        try (var select = transaction.prepareStatement(DEFINITION)) {
            select.setString(1, workspace);
            select.setInt(2, version);
            try (var row = select.executeQuery()) {
                if (row.next()) {
                    var rhythms = of(transaction, workspace, now);
                    var definition = choose(Definition.read(row.getString(1)), rhythms);
                    ProfileTasks.update(transaction, CHOOSE, definition.json(), json(rhythms), workspace, version);
                }
            }
        }
    }

    /** The rhythm of every owner that has one, by owner, and in the end that of all together, if they have one. */
    static List<OwnerRhythm> of(Connection connection, String workspace, Instant now) throws SQLException {
        var gaps = new HashMap<String, Map<Integer, Long>>();
        try (var select = connection.prepareStatement(GAPS)) {
            select.setString(1, workspace);
            select.setObject(2, now.minus(LOOK_BACK).atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    gaps.computeIfAbsent(row.getString("owner"), owner -> new TreeMap<>())
                            .put(row.getInt("gap"), row.getLong("times"));
                }
            }
        }
        var all = new TreeMap<Integer, Long>();
        gaps.values().forEach(owners -> owners.forEach((gap, times) -> all.merge(gap, times, Long::sum)));
        var own = gaps.entrySet().stream()
                .flatMap(owner -> Rhythm.of(owner.getValue()).map(it -> OwnerRhythm.of(owner.getKey(), it)).stream())
                .sorted(Comparator.comparingLong(OwnerRhythm::gaps).reversed())
                .limit(MOST_OWNERS)
                .sorted(Comparator.comparing(OwnerRhythm::owner));
        var shared = Rhythm.of(all).map(it -> OwnerRhythm.of(null, it));
        return Stream.concat(own, shared.stream()).toList();
    }

    /** A definition with the half-lives that rhythms ask for. */
    static Definition choose(Definition definition, List<OwnerRhythm> rhythms) {
        var own = rhythms.stream()
                .filter(it -> it.owner() != null)
                .collect(Collectors.toMap(OwnerRhythm::owner, OwnerRhythm::halfLife));
        var shared = rhythms.stream().filter(it -> it.owner() == null).findFirst();
        return definition.withHalfLives(own, shared.map(OwnerRhythm::halfLife).orElse(null));
    }

    /** For the column {@code rhythms}. */
    static String json(List<OwnerRhythm> rhythms) {
        return Definition.write(rhythms);
    }

    /** From the column {@code rhythms}, which may be null. */
    static List<OwnerRhythm> read(String json) {
        return json == null ? List.of() : Definition.read(json, new TypeReference<List<OwnerRhythm>>() {});
    }
}
