package dev.rapport.engagement.profile;

import dev.rapport.events.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another profile would make of the contacts that rank first under the active one. */
@Schema(name = "ScoringProfileTrial")
record Trial(
        @Schema(description = "The instant of all scores.") Instant at,
        Definition definition,

        @Schema(description = "How many contacts were looked at: those that rank first now.", examples = "500")
        int considered,

        @Schema(description = "How many of them would have another rank among them.", examples = "311")
        int moved,

        @Schema(description = "How many would change from which band to which.")
        List<BandChange> bandChanges,

        @Schema(description = "Those that would rank first, in that order.")
        List<Move> items) {

    /** Contacts that would go from one band to another. */
    @Schema(name = "BandChange")
    record BandChange(
            Band from, Band to, @Schema(examples = "17") int contacts) {}

    /** A contact before and after. */
    @Schema(name = "RankMove")
    record Move(
            UUID contactId,
            @Schema(examples = "Jane Doe") String displayName,
            @Schema(examples = "alex") String owner,

            @Schema(type = SchemaType.INTEGER, examples = "12")
            int rankBefore,

            @Schema(type = SchemaType.INTEGER, examples = "3")
            int rankAfter,

            @Schema(examples = "48.2") double scoreBefore,
            @Schema(examples = "61.7") double scoreAfter,
            Band bandBefore,
            Band bandAfter) {}

    /** A contact's tie under both profiles. */
    record Candidate(UUID id, String displayName, String owner, Reading before, Reading after) {}

    /**
     * What a tie is worth.
     *
     * @param order the strength in a form that even decades of silence do not bring to zero
     */
    record Reading(double order, double score, Band band) {}

    static Trial of(Instant at, Definition definition, List<Candidate> candidates, int shown) {
        var before =
                ranks(candidates, Comparator.comparingDouble(it -> -it.before().order()));
        var after =
                ranks(candidates, Comparator.comparingDouble(it -> -it.after().order()));
        var moves = candidates.stream()
                .map(it -> new Move(
                        it.id(),
                        it.displayName(),
                        it.owner(),
                        before.get(it.id()),
                        after.get(it.id()),
                        it.before().score(),
                        it.after().score(),
                        it.before().band(),
                        it.after().band()))
                .sorted(Comparator.comparingInt(Move::rankAfter))
                .toList();
        return new Trial(
                at,
                definition,
                candidates.size(),
                (int) moves.stream()
                        .filter(it -> it.rankBefore() != it.rankAfter())
                        .count(),
                bandChanges(moves),
                moves.subList(0, Math.min(shown, moves.size())));
    }

    private static Map<UUID, Integer> ranks(List<Candidate> candidates, Comparator<Candidate> order) {
        var sorted = new ArrayList<>(candidates);
        // As the ranking breaks ties.
        sorted.sort(order.thenComparing(it -> it.id().toString(), Comparator.reverseOrder()));
        var ranks = new HashMap<UUID, Integer>();
        sorted.forEach(it -> ranks.put(it.id(), ranks.size() + 1));
        return ranks;
    }

    private static List<BandChange> bandChanges(List<Move> moves) {
        var counts = new TreeMap<Band, Map<Band, Integer>>();
        moves.stream().filter(it -> it.bandBefore() != it.bandAfter()).forEach(it -> counts.computeIfAbsent(
                        it.bandBefore(), band -> new TreeMap<>())
                .merge(it.bandAfter(), 1, Integer::sum));
        return counts.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new BandChange(from.getKey(), to.getKey(), to.getValue())))
                .toList();
    }
}
