package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who turns to whom, how often, and after how long, in words. */
final class Exchange {

    private static final Words.Stretch LATELY = Words.STRETCHES.get(4);
    /** Fewer days of contact than this make no rhythm. */
    private static final int RHYTHM = 4;

    private Exchange() {}

    /** Who turned to whom in the last three months or, when nobody did, ever; empty when nothing happened. */
    static Optional<String> turns(Collection<Touch> touches, String name, Instant at, Language language) {
        var since = at.minus(LATELY.length());
        var lately =
                touches.stream().filter(touch -> !touch.at().isBefore(since)).toList();
        var counted = lately.isEmpty() ? List.copyOf(touches) : lately;
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        long sent = count(counted, Direction.OUTBOUND);
        long received = count(counted, Direction.INBOUND);
        long mutual = count(counted, Direction.MUTUAL);
        var who = sent + received == 0
                ? ""
                : language.say("you reached out %s and %s %s", "du hast dich %s gemeldet und %s %s")
                        .formatted(Words.times(sent, language), name, Words.times(received, language));
        var both = mutual == 0
                ? ""
                : language.say("both of you took part %s", "ihr wart %s beide dabei")
                        .formatted(Words.times(mutual, language));
        var when = lately.isEmpty() ? language.say("over the years", "über die Jahre") : LATELY.in(language);
        var clauses = who + (who.isEmpty() || both.isEmpty() ? "" : "; ") + both;
        return Optional.of("%s: %s.".formatted(capital(when), clauses));
    }

    /** How long ago the last time was, and how long it usually takes; empty when nothing happened. */
    static Optional<String> gaps(Collection<Touch> touches, Instant at, Language language) {
        var last = touches.stream().map(Touch::at).max(Instant::compareTo);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        long silent = Math.max(0, Duration.between(last.get(), at).toDays());
        var ago = silent == 0
                ? language.say("The last time was less than a day ago", "Das letzte Mal ist keinen Tag her")
                : language.say("The last time was %s ago", "Das letzte Mal ist %s her")
                        .formatted(Words.days(silent, language));
        var days = touches.stream()
                .map(touch -> Math.floorDiv(touch.at().getEpochSecond(), 86_400L))
                .distinct()
                .sorted()
                .toList();
        if (days.size() < RHYTHM) {
            return Optional.of(ago + ".");
        }
        var gaps = IntStream.range(1, days.size())
                .mapToObj(i -> days.get(i) - days.get(i - 1))
                .sorted()
                .toList();
        var usual = Words.days(gaps.get(gaps.size() / 2), language);
        return Optional.of(ago
                + language.say("; the usual gap is %s.", "; der übliche Abstand beträgt %s.")
                        .formatted(usual));
    }

    private static long count(Collection<Touch> touches, Direction direction) {
        return touches.stream().filter(touch -> touch.direction() == direction).count();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
