package dev.rapport.engagement.replies;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long answers took. */
@Schema(name = "AnswerTimes")
public record AnswerTimes(
        @Schema(description = "How many were given.", examples = "42")
        int answers,

        @Schema(description = "How many messages, or messages in a row, have none in the period.", examples = "3")
        int unanswered,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "Half of the answers took no longer; absent if there are none.",
                examples = "PT3H20M")
        Duration median,

        @Schema(
                type = SchemaType.STRING,
                format = "duration",
                description = "Nine of ten took no longer; absent if there are none.",
                examples = "PT49H")
        Duration p90) {

    static AnswerTimes of(Collection<Turn> turns) {
        var times = turns.stream()
                .map(Turn::answeredAfter)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new AnswerTimes(times.size(), turns.size() - times.size(), quantile(times, 0.5), quantile(times, 0.9));
    }

    /** Between two of the sorted times where need be, as PostgreSQL's {@code percentile_cont} does; whole seconds. */
    private static Duration quantile(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        var low = sorted.get(below);
        var high = sorted.get((int) Math.ceil(place));
        double seconds = low.toMillis() + (place - below) * (high.toMillis() - low.toMillis());
        return Duration.ofSeconds(Math.round(seconds / 1000));
    }
}
