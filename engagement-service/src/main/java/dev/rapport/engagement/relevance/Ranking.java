package dev.rapport.engagement.relevance;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.KeyRange;
import dev.rapport.engagement.scoring.Levels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The workspace's contacts by their ties, page by page. Keys never change by the passing of time, and a cursor carries the
 * instant of the first page, so whatever happens to other ties meanwhile, one that nothing happens to is told exactly once.
 *
 * <p>The strongest, the weakest and the longest silent are each one walk through an index. So are bands, which are stretches
 * of keys at a given instant. Those that cool fastest are two walks: the loss of score per day rises with the key up to
 * {@link Levels#steepestKey} and falls beyond it, so from that key outwards both sides lose less and less, and the page is
 * the merge of what both bring. Where owners have half-lives of their own, the list of all is the merge of theirs.
 */
@ApplicationScoped
public class Ranking {

    /** One page of a list, and the scale by which all its pages tell. */
    public record Told(Scale scale, Page<KnownContact> page) {}

    private record Start(Instant at, Map<String, Position> positions) {}

    private final TieWalks walks;

    @Inject
    Ranking(TieWalks walks) {
        this.walks = walks;
    }

    /** Contacts with whom something happened, in this order. */
    public Told list(WorkspaceScoring scoring, Sort sort, RankingFilter filter, Instant now, int limit, String cursor) {
        // A cursor of another generation names a place in an order that is no more.
        var list = filter.list(sort) + ":" + scoring.generation();
        var start = Cursor.read(list, cursor, Ranking::start)
                .orElseGet(() -> new Start(now.truncatedTo(ChronoUnit.MICROS), Map.of()));
        var scale = new Scale(scoring, start.at());
        var gathered = walks.gathered(scale, filter);
        var strands = legs(sort, filter, scale).stream()
                .map(leg -> gathered.walk(leg, start.positions().get(leg.name()), limit))
                .toList();
        return new Told(scale, page(list, sort, scale, strands, limit));
    }

    private List<Leg> legs(Sort sort, RankingFilter filter, Scale scale) {
        boolean together = filter.owner() != null || sort.isCommon() || scale.isOne();
        var owners = together ? Stream.ofNullable(filter.owner()).toList() : walks.owners(scale);
        var legs = new ArrayList<Leg>();
        if (together && owners.isEmpty()) {
            var levels = scale.of(null);
            legs.addAll(Leg.of(sort, null, KeyRange.of(filter.bands(), levels), levels));
        }
        for (var owner : owners) {
            var levels = scale.of(owner);
            legs.addAll(Leg.of(sort, owner, KeyRange.of(filter.bands(), levels), levels));
        }
        return legs;
    }

    /** Takes from whichever strand has the one to come first, until the page is full or a strand must be walked further. */
    private static Page<KnownContact> page(String list, Sort sort, Scale scale, List<Strand> strands, int limit) {
        var first = Comparator.comparingDouble((Strand strand) -> value(sort, scale, strand.peek()));
        var items = new ArrayList<KnownContact>();
        while (items.size() < limit && strands.stream().noneMatch(Strand::isDry)) {
            var next = strands.stream().filter(strand -> strand.peek() != null).max(first);
            if (next.isEmpty()) {
                break;
            }
            items.add(next.get().take().contact());
        }
        boolean last = strands.stream().allMatch(Strand::isOver);
        return new Page<>(
                List.copyOf(items),
                last ? null : cursor(list, scale.at(), strands).text(),
                null);
    }

    /** By what strands are merged, the highest first; a single one is in order already. */
    private static double value(Sort sort, Scale scale, Passed passed) {
        var levels = scale.of(passed.contact().owner());
        double strength = levels.strengthOfKey(passed.key());
        return switch (sort) {
            case STRONGEST -> levels.inKappas(strength);
            case WEAKEST -> -levels.inKappas(strength);
            case COOLING_FASTEST -> levels.lossPerDay(strength);
            default -> 0;
        };
    }

    private static Cursor cursor(String list, Instant at, List<Strand> strands) {
        var positions =
                strands.stream().flatMap(strand -> strand.position().stream().flatMap(it -> it.write(strand.leg())));
        return Cursor.of(list, Stream.concat(Stream.of(at), positions).toArray());
    }

    private static Start start(List<String> key) {
        return new Start(Position.instant(key.get(0)), Position.read(key.subList(1, key.size())));
    }
}
