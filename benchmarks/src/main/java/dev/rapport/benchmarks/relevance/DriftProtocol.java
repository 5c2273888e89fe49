package dev.rapport.benchmarks.relevance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Will there be no contact in the next 14 days? Asked once a week of all regular contacts (at least 5 messages on 3 days,
 * the last within 30 days) from the first message on. Figures are taken of the weeks after the cut.
 *
 * <p>A chance is calibrated by one factor on the rate behind it (c becomes c^factor), learnt from the eight weeks whose
 * outcome was known last. At any instant that keeps the order.
 */
final class DriftProtocol {

    /** A judgement of a contact at an instant: the higher, the likelier is silence. */
    interface Judge {
        double of(int view, long micros);
    }

    static final long HORIZON = 14 * Network.DAY;

    private static final long WEEK = 7 * Network.DAY;
    private static final long RECENT = 30 * Network.DAY;
    private static final int FEWEST_MESSAGES = 5;
    private static final int FEWEST_DAYS = 3;
    private static final long CALIBRATING = 8 * WEEK;
    private static final int FEWEST_JUDGEMENTS = 100;

    private record Week(long asked, Judgements judgements) {}

    private final Network network;
    private final Judge judge;
    private final int[] messages;
    private final int[] days;
    private final long[] activeDay;
    private final int[] newest;
    private final Lately regular = new Lately(RECENT + 1);
    private final Deque<Week> weeks = new ArrayDeque<>();
    private final Judgements measured = new Judgements();
    private final Judgements calibrated = new Judgements();
    private final long first;
    private final long end;
    private long next;

    DriftProtocol(Network network, Judge judge) {
        this.network = network;
        this.judge = judge;
        messages = new int[network.views()];
        days = new int[network.views()];
        activeDay = new long[network.views()];
        Arrays.fill(activeDay, -1);
        newest = new int[network.views()];
        first = network.micros(0);
        end = network.micros(network.messages() - 1) - HORIZON;
        next = first;
    }

    /** Before anything of an instant is known. */
    void until(long micros) {
        for (; next <= micros && next <= end; next += WEEK) {
            var asked = ask();
            double factor = factor();
            if (next > network.cut()) {
                measured.addAll(asked, 1);
                calibrated.addAll(asked, factor);
            }
            weeks.addLast(new Week(next, asked));
        }
    }

    private Judgements ask() {
        var asked = new Judgements();
        for (int view : regular.at(next)) {
            boolean silent = network.nextContact(newest[view]) >= next + HORIZON;
            asked.add(judge.of(view, next), silent);
        }
        return asked;
    }

    private double factor() {
        while (!weeks.isEmpty() && weeks.element().asked() + HORIZON <= next - CALIBRATING) {
            weeks.remove();
        }
        var known = new Judgements();
        weeks.stream()
                .filter(week -> week.asked() + HORIZON <= next)
                .forEach(week -> known.addAll(week.judgements(), 1));
        return known.size() < FEWEST_JUDGEMENTS ? 1 : known.calibration();
    }

    void happened(int message, int view) {
        long micros = network.micros(message);
        long day = (micros - first) / Network.DAY;
        messages[view]++;
        if (day != activeDay[view]) {
            activeDay[view] = day;
            days[view]++;
        }
        newest[view] = message;
        if (messages[view] >= FEWEST_MESSAGES && days[view] >= FEWEST_DAYS) {
            regular.happened(view, micros);
        }
    }

    Judgements measured() {
        return measured;
    }

    Judgements calibrated() {
        return calibrated;
    }
}
