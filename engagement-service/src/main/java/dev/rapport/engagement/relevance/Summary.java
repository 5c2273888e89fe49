package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Share;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An explanation in one sentence: the shortest stretch of time, and if possible the one kind, that makes half of it. */
final class Summary {

    private static final Map<String, Duration> STRETCHES = new LinkedHashMap<>();

    static {
        STRETCHES.put("in the last day", Duration.ofDays(1));
        STRETCHES.put("in the last week", Duration.ofDays(7));
        STRETCHES.put("in the last 2 weeks", Duration.ofDays(14));
        STRETCHES.put("in the last month", Duration.ofDays(30));
        STRETCHES.put("in the last 3 months", Duration.ofDays(91));
        STRETCHES.put("in the last year", Duration.ofDays(365));
    }

    private static final double MOST = 0.5;

    private Summary() {}

    static String of(List<Share> shares, Instant at) {
        if (shares.isEmpty()) {
            return "Nothing has happened yet.";
        }
        for (var stretch : STRETCHES.entrySet()) {
            var since = at.minus(stretch.getValue());
            var recent = shares.stream()
                    .filter(share -> !share.touch().at().isBefore(since))
                    .toList();
            var summary = summary(recent, stretch.getKey());
            if (summary.isPresent()) {
                return summary.get();
            }
        }
        return summary(shares, "over the years").orElseThrow();
    }

    private static Optional<String> summary(List<Share> recent, String when) {
        var kind = recent.stream()
                .collect(Collectors.groupingBy(share -> share.touch().kind(), Collectors.summingDouble(Share::share)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= MOST)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        if (kind.isPresent()) {
            return Optional.of(sentence(recent, share -> share.touch().kind() == kind.get(), noun(kind.get()), when));
        }
        double together = recent.stream().mapToDouble(Share::share).sum();
        return together >= MOST ? Optional.of(sentence(recent, share -> true, "interaction", when)) : Optional.empty();
    }

    private static String sentence(List<Share> recent, Predicate<Share> which, String noun, String when) {
        var counted = recent.stream().filter(which).toList();
        long percent =
                Math.round(100 * counted.stream().mapToDouble(Share::share).sum());
        return counted.size() == 1
                ? "1 %s %s makes %d %% of this.".formatted(noun, when, percent)
                : "%d %s %s make %d %% of this.".formatted(counted.size(), plural(noun), when, percent);
    }

    private static String noun(InteractionKind kind) {
        return kind == InteractionKind.OTHER ? "other interaction" : kind.json();
    }

    private static String plural(String noun) {
        return noun.endsWith("ch") ? noun + "es" : noun + "s";
    }
}
