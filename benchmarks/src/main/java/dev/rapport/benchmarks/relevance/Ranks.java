package dev.rapport.benchmarks.relevance;

/** Where a ranking had put those who were written to next: 1 is the top. */
final class Ranks {

    private long events;
    private double reciprocals;
    private long first;
    private long firstFive;
    private long firstTen;

    void add(double rank) {
        events++;
        reciprocals += 1 / rank;
        first += rank <= 1 ? 1 : 0;
        firstFive += rank <= 5 ? 1 : 0;
        firstTen += rank <= 10 ? 1 : 0;
    }

    long events() {
        return events;
    }

    /** Mean reciprocal rank; not a number when there was no event. */
    double mrr() {
        return reciprocals / events;
    }

    /**
     * The share of events in which the receiver was among the first; not a number when there was no event.
     *
     * @param places 1, 5 or 10
     */
    double hit(int places) {
        return switch (places) {
            case 1 -> (double) first / events;
            case 5 -> (double) firstFive / events;
            case 10 -> (double) firstTen / events;
            default -> throw new IllegalArgumentException("hits are counted at 1, 5 and 10");
        };
    }
}
