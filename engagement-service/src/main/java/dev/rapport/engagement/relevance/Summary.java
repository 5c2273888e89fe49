package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Share;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An explanation in one sentence: the shortest stretch of time, and if possible the one kind, that makes half of it. */
final class Summary {

    private static final double MOST = 0.5;

    private Summary() {}

    static String of(List<Share> shares, Instant at, Language language) {
        if (shares.isEmpty()) {
            return language.say("Nothing has happened yet.", "Bisher ist nichts geschehen.");
        }
        for (var stretch : Words.STRETCHES) {
            var since = at.minus(stretch.length());
            var recent = shares.stream()
                    .filter(share -> !share.touch().at().isBefore(since))
                    .toList();
            var summary = summary(recent, stretch.in(language), language);
            if (summary.isPresent()) {
                return summary.get();
            }
        }
        return summary(shares, language.say("over the years", "über die Jahre"), language)
                .orElseThrow();
    }

    private static Optional<String> summary(List<Share> recent, String when, Language language) {
        var kind = recent.stream()
                .collect(Collectors.groupingBy(share -> share.touch().kind(), Collectors.summingDouble(Share::share)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= MOST)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        if (kind.isPresent()) {
            return Optional.of(ofKind(recent, kind.get(), when, language));
        }
        double together = recent.stream().mapToDouble(Share::share).sum();
        return together >= MOST
                ? Optional.of(sentence(Words.count(recent.size(), language), recent, when, language))
                : Optional.empty();
    }

    private static String ofKind(List<Share> recent, InteractionKind kind, String when, Language language) {
        var counted =
                recent.stream().filter(share -> share.touch().kind() == kind).toList();
        return sentence(Words.count(counted.size(), kind, language), counted, when, language);
    }

    private static String sentence(String count, List<Share> counted, String when, Language language) {
        long percent =
                Math.round(100 * counted.stream().mapToDouble(Share::share).sum());
        boolean one = counted.size() == 1;
        return language.say(
                        one ? "%s %s makes %d %% of this." : "%s %s make %d %% of this.",
                        one ? "%s %s macht %d %% davon aus." : "%s %s machen %d %% davon aus.")
                .formatted(count, when, percent);
    }
}
