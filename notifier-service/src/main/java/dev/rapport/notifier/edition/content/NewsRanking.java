package dev.rapport.notifier.edition.content;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ranks news by relevance × freshness × shared interests, and keeps the best.
 *
 * @param interests the member's
 */
record NewsRanking(List<String> interests) {

    /** More than this nobody reads in one short look. */
    static final int MOST = 12;

    /** Whoever is hardly known may still have great news. */
    private static final double LEAST_SCORE = 5;

    private static final double HALF_LIFE_DAYS = 3;

    /** The best signals, best first; each once. */
    List<SeenSignal> best(Collection<SeenSignal> signals, Instant now) {
        var once = new LinkedHashMap<UUID, SeenSignal>();
        signals.forEach(signal -> once.merge(
                signal.id(),
                signal,
                (one, other) -> other.about().score() > one.about().score() ? other : one));
        return once.values().stream()
                .sorted(Comparator.comparingDouble((SeenSignal signal) -> -weight(signal, now))
                        .thenComparing(SeenSignal::happenedAt, Comparator.reverseOrder())
                        .thenComparing(SeenSignal::id))
                .limit(MOST)
                .toList();
    }

    double weight(SeenSignal signal, Instant now) {
        return Math.max(signal.about().score(), LEAST_SCORE)
                / 100
                * freshness(signal.happenedAt(), now)
                * (1 + shared(signal));
    }

    private static double freshness(Instant happenedAt, Instant now) {
        var days = Duration.between(happenedAt, now).toMillis() / 86_400_000.0;
        return Math.pow(2, -Math.max(0, days) / HALF_LIFE_DAYS);
    }

    /** How many of the interests of the two the signal is about: by its topics, or by words of its title. */
    private long shared(SeenSignal signal) {
        var about = new StringBuilder(words(signal.title()));
        signal.topics().forEach(topic -> about.append(words(topic)));
        return Stream.concat(interests.stream(), signal.interests().stream())
                .map(NewsRanking::words)
                .filter(interest -> !interest.isBlank())
                .distinct()
                .filter(interest -> about.indexOf(interest) >= 0)
                .count();
    }

    /** The words of a text, in lower case, each between blanks; ends of texts are two blanks, which no interest spans. */
    private static String words(String text) {
        if (text == null) {
            return "";
        }
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}+#]+", " ")
                        .strip() + " ";
    }
}
