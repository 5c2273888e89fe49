package dev.rapport.engagement.scoring;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * How soon an owner and a contact usually come back to each other, and the half-life that follows from it: four times the
 * median gap, to the nearest of {@link #HALF_LIVES}. A gap is the number of days between two neighbouring active days of
 * one contact; the gaps of all of an owner's contacts are pooled. (The gaps between the owner's own active days say how
 * often they sit at the desk, which is another thing: measured, they cost the e-mail networks .01 to .02 of MRR.)
 *
 * @param medianGap in days, 1 or more; half a day when two gaps share the middle
 * @param gaps how many gaps it was taken from
 * @param halfLife one of {@link #HALF_LIVES}
 */
public record Rhythm(double medianGap, long gaps, Duration halfLife) {

    /** The half-lives to choose from, ascending. Few, so that a rhythm must change well before its ties are folded anew. */
    public static final List<Duration> HALF_LIVES =
            LongStream.of(1, 3, 7, 14, 30, 60, 90).mapToObj(Duration::ofDays).toList();

    /** Fewer gaps than this show no rhythm: the one that all gaps of the workspace show together is the better guess. */
    public static final int FEWEST_GAPS = 20;

    private static final double MEDIAN_GAPS_PER_HALF_LIFE = 4;
    private static final Duration LONGEST_BURST = Duration.ofDays(1);
    private static final int BURSTS_PER_HALF_LIFE = 10;
    private static final double WEIGHTS = 2;

    /**
     * The rhythm that the gaps of an owner show, or those of all owners of a workspace together.
     *
     * @param gaps length in days (1 or more) to how often it occurs
     * @return empty when there are fewer than {@link #FEWEST_GAPS}: then an owner follows the workspace's rhythm, and a
     *     workspace keeps its profile
     */
    public static Optional<Rhythm> of(Map<Integer, Long> gaps) {
        long count = gaps.values().stream().mapToLong(Long::longValue).sum();
        if (count < FEWEST_GAPS) {
            return Optional.empty();
        }
        var ascending = new TreeMap<>(gaps);
        double median = (nth(ascending, (count - 1) / 2) + nth(ascending, count / 2)) / 2.0;
        return Optional.of(new Rhythm(median, count, nearest(MEDIAN_GAPS_PER_HALF_LIFE * median)));
    }

    /**
     * A profile as it is for ties of another half-life: the burst is a tenth of it, at most a day, and the shorter it is,
     * the less it matters who wrote, for in a chat both do. (Even up to 3 days, 2:1 up to 14, 3:1 beyond.) κ needs no
     * change: contact in every half of a half-life scores 50, whatever the half-life.
     */
    public static ScoringProfile profile(ScoringProfile base, Duration halfLife) {
        var tenth = halfLife.dividedBy(BURSTS_PER_HALF_LIFE);
        double ratio = outboundToInbound(halfLife);
        return new ScoringProfile(
                halfLife,
                tenth.compareTo(LONGEST_BURST) < 0 ? tenth : LONGEST_BURST,
                WEIGHTS * ratio / (1 + ratio),
                WEIGHTS / (1 + ratio),
                base.kappa(),
                base.driftChance(),
                base.driftHorizon(),
                base.kindWeights(),
                base.inboundPitchWeight(),
                base.bands());
    }

    private static double outboundToInbound(Duration halfLife) {
        if (halfLife.toDays() <= 3) {
            return 1;
        }
        return halfLife.toDays() <= 14 ? 2 : 3;
    }

    /**
     * The half-life for an owner, by the active days of each contact (UTC or the owner's zone; any order, repetitions
     * harmless).
     *
     * @return empty when they show no rhythm yet
     */
    public static Optional<Duration> halfLife(Collection<? extends Collection<LocalDate>> activeDaysByContact) {
        var pooled = new TreeMap<Integer, Long>();
        activeDaysByContact.forEach(days -> count(days, pooled));
        return of(pooled).map(Rhythm::halfLife);
    }

    private static void count(Collection<LocalDate> activeDays, Map<Integer, Long> pooled) {
        LocalDate before = null;
        for (var day : new TreeSet<>(activeDays)) {
            if (before != null) {
                pooled.merge(Math.toIntExact(ChronoUnit.DAYS.between(before, day)), 1L, Long::sum);
            }
            before = day;
        }
    }

    private static int nth(TreeMap<Integer, Long> ascending, long index) {
        long passed = 0;
        for (var gap : ascending.entrySet()) {
            passed += gap.getValue();
            if (passed > index) {
                return gap.getKey();
            }
        }
        throw new IllegalArgumentException("there is no gap number " + index);
    }

    /** By ratio, not by difference: 4 days are nearer to 3 than to 7. */
    private static Duration nearest(double days) {
        var nearest = HALF_LIVES.get(0);
        for (var halfLife : HALF_LIVES) {
            if (Math.abs(Math.log(Landmark.days(halfLife) / days))
                    < Math.abs(Math.log(Landmark.days(nearest) / days))) {
                nearest = halfLife;
            }
        }
        return nearest;
    }
}
