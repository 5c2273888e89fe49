package dev.rapport.demo.network;

import dev.rapport.demo.network.Person.Cadence;

/**
 * The layers of a personal network, inner first. Sizes: Zhou, Sornette, Hill and Dunbar, "Discrete hierarchical
 * organization of social group sizes", Proc. R. Soc. B 272 (2005): about 5, 15, 50 and 150 people, each layer holding the
 * inner ones. Rhythms: Sutcliffe, Dunbar, Binder and Arrow, "Relationships and the social brain", Br. J. Psychol. 103
 * (2012): in touch at least every week, month, half year and year.
 */
enum Layer {
    SUPPORT_CLIQUE(5, 7, Cadence.ofDays(14, 21), 2),
    SYMPATHY_GROUP(10, 30, Cadence.ofDays(30, 45), 2),
    AFFINITY_GROUP(35, 182, Cadence.ofDays(90, 120), 3),
    ACTIVE_NETWORK(100, 365, null, 1);

    /** "At least every" is a bound: the mean gap lies well below it. */
    private static final double MEAN_TO_BOUND = 0.6;

    private final int size;
    private final int boundDays;
    private final Cadence cadence;
    private final int oneIn;

    Layer(int size, int boundDays, Cadence cadence, int oneIn) {
        this.size = size;
        this.boundDays = boundDays;
        this.cadence = cadence;
        this.oneIn = oneIn;
    }

    int size() {
        return size;
    }

    double meanGapDays() {
        return boundDays * MEAN_TO_BOUND;
    }

    /** The cadence of this layer's n-th person, null for those who have none. */
    Cadence cadenceOf(int n) {
        return n % oneIn == 0 ? cadence : null;
    }

    /** How many days ago the n-th person's touches stopped; 0 for a living tie. */
    int silentDays(int n) {
        return switch (this) {
            case SUPPORT_CLIQUE -> n == 3 ? 34 : 0;
            case SYMPATHY_GROUP -> n % 4 == 1 ? 40 + 3 * n : 0;
            case AFFINITY_GROUP -> n % 7 == 1 ? 120 + n : 0;
            case ACTIVE_NETWORK -> 0;
        };
    }

    /** How many days ago the n-th person wrote a last message that nobody answered; 0 for the others. */
    int unansweredDays(int n) {
        return switch (this) {
            case SUPPORT_CLIQUE -> n == 4 ? 2 : 0;
            case SYMPATHY_GROUP -> n == 4 || n == 7 ? n : 0;
            case AFFINITY_GROUP -> n % 12 == 3 ? 3 + n / 6 : 0;
            case ACTIVE_NETWORK -> n == 50 ? 6 : 0;
        };
    }
}
