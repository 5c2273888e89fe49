package dev.rapport.engagement.signal;

import dev.rapport.events.SignalKind;
import java.time.Duration;

/**
 * Whether two signals of one contact, told in other words, are one. Posts are one by their link alone. Others are when they
 * lie within 30 days of each other and lead to the same page, name the same new organization or title, or have titles that
 * say the same.
 *
 * <p>Titles are compared as sets of words, without the contact's name: one says the same as the other when it has all of its words, or when by far the most are
 * shared (Dice, "Measures of the Amount of Ecologic Association", 1945). {@code LikenessTest} measures the threshold.
 */
final class Likeness {

    static final Duration WINDOW = Duration.ofDays(30);
    /** Of the measured pairs of titles those that differ share up to 0.8, and those that say the same from 0.9 on. */
    static final double SHARED = 0.85;

    private Likeness() {}

    static boolean alike(Sighting one, Sighting other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        boolean samePage = one.link() != null && one.link().equals(other.link());
        if (one.kind() == SignalKind.POST) {
            return samePage;
        }
        if (Duration.between(one.at(), other.at()).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        return samePage || (isCareer(one.kind()) ? sameCareer(one, other) : sameWords(one.title(), other.title()));
    }

    private static boolean isCareer(SignalKind kind) {
        return kind == SignalKind.JOB_CHANGE || kind == SignalKind.PROMOTION;
    }

    /** What both state decides; what only one states is looked for in the other's words. */
    private static boolean sameCareer(Sighting one, Sighting other) {
        boolean job = one.kind() == SignalKind.JOB_CHANGE;
        var mine = job ? one.organization() : one.position();
        var others = job ? other.organization() : other.position();
        if (!one.organization().isEmpty()
                && !other.organization().isEmpty()
                && !sameWords(one.organization(), other.organization())) {
            return false;
        }
        if (!mine.isEmpty() && !others.isEmpty()) {
            return sameWords(mine, others);
        }
        return sameWords(one.title(), other.title()) || told(mine, other.title()) || told(others, one.title());
    }

    private static boolean told(Words stated, Words title) {
        return !stated.isEmpty()
                && !stated.contradicts(title)
                && stated.sharedWith(title) == stated.all().size();
    }

    /** Two texts without a telling word say the same; one without says nothing of the other. */
    static boolean sameWords(Words one, Words other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return !one.contradicts(other) && (contains(one, other) || dice(one, other) >= SHARED);
    }

    /** The share of their words that two texts have in common, 0 to 1. */
    static double dice(Words one, Words other) {
        return (double) (one.sharedWith(other) + other.sharedWith(one))
                / (one.all().size() + other.all().size());
    }

    private static boolean contains(Words one, Words other) {
        return one.sharedWith(other) == one.all().size()
                || other.sharedWith(one) == other.all().size();
    }
}
