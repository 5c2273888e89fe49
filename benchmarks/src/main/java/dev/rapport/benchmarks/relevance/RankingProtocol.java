package dev.rapport.benchmarks.relevance;

/**
 * Whom did the sender write to next, and how far up was that contact? Asked for each message whose sender has at least
 * five contacts, the receiver among them, by what was known strictly before. Equal values share the middle of their
 * ranks.
 */
final class RankingProtocol {

    private static final int FEWEST = 5;
    private static final double SAME = 1e-9 / Math.log(2);

    private final Network network;
    private final Ranker ranker;
    private final int[] contacts;
    private final boolean[] known;
    private final Lately[] lately;
    private final Ranks all = new Ranks();
    private final Ranks reengage = new Ranks();

    RankingProtocol(Network network, Ranker ranker) {
        this.network = network;
        this.ranker = ranker;
        contacts = new int[network.people()];
        known = new boolean[network.views()];
        lately = new Lately[network.people()];
    }

    /** Every next message. */
    Ranks all() {
        return all;
    }

    /** Only to somebody silent for a day, among all who were: "whom should I get back to". */
    Ranks reengage() {
        return reengage;
    }

    void rank(int message) {
        int view = network.sent(message);
        int owner = network.owner(view);
        if (contacts[owner] < FEWEST || !known[view]) {
            return;
        }
        long now = network.micros(message);
        double value = ranker.value(view, now);
        int above = ranker.above(owner, value + SAME, now);
        int same = ranker.above(owner, value - SAME, now) - above;
        all.add(rank(above, same));
        var noisy = lately[owner].at(now);
        if (!noisy.contains(view) && contacts[owner] - noisy.size() >= FEWEST) {
            for (int other : noisy) {
                double theirs = ranker.value(other, now);
                above -= theirs > value + SAME ? 1 : 0;
                same -= theirs > value - SAME && theirs <= value + SAME ? 1 : 0;
            }
            reengage.add(rank(above, same));
        }
    }

    /** What is known from now on. */
    void happened(int view, long micros) {
        int owner = network.owner(view);
        if (!known[view]) {
            known[view] = true;
            contacts[owner]++;
        }
        if (lately[owner] == null) {
            lately[owner] = new Lately(Network.DAY);
        }
        lately[owner].happened(view, micros);
    }

    private static double rank(int above, int same) {
        return 1 + above + (same - 1) / 2.0;
    }
}
