package dev.rapport.engagement.relevance;

import dev.rapport.engagement.chart.LineChart;
import dev.rapport.engagement.chart.Series;
import dev.rapport.engagement.chart.Zone;
import dev.rapport.engagement.scoring.Course;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.events.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a contact's score went. */
@Schema(name = "RelevanceHistory", description = "What lies ahead of now is what silence will make of it.")
record History(
        UUID contactId,
        @Schema(examples = "Jane Doe") String displayName,
        Instant from,
        Instant to,

        @Schema(type = SchemaType.STRING, format = "duration", examples = "PT24H")
        Duration step,

        @Schema(description = "One at every step from the beginning on, and one at the end.")
        List<Point> points) {

    /** A score at one instant. */
    @Schema(name = "RelevancePoint")
    record Point(
            Instant at,

            @Schema(description = "0 to 100.", examples = "48.2")
            double score,

            Band band,

            @Schema(description = "The decayed, weighted sum behind the score.", examples = "3.23")
            double strength,

            @Schema(
                    description =
                            "How many interactions happened since the point before; in the first point, since ever.",
                    examples = "2")
            long interactions) {

        static Point of(Course.Point point) {
            return new Point(point.at(), point.score(), point.band(), point.strength(), point.interactions());
        }
    }

    private static final int TOP = 100;

    static History of(KnownContact contact, HistoryPeriod period, List<Course.Point> course) {
        return new History(
                contact.id(),
                contact.displayName(),
                period.from(),
                period.to(),
                period.step(),
                course.stream().map(Point::of).toList());
    }

    /** The score as a line before the bands. */
    LineChart chart(ScoringProfile profile, Language language) {
        var line = new Series(
                language.say("Score", "Wert"),
                points.stream()
                        .map(point -> new Series.Point(point.at(), point.score()))
                        .toList());
        var bands = profile.bands();
        var zones = List.of(
                new Zone(language.say("close", "nah"), bands.close(), TOP),
                new Zone(language.say("active", "lebendig"), bands.active(), bands.close()),
                new Zone(language.say("warm", "warm"), bands.warm(), bands.active()),
                new Zone(language.say("cooling", "abkühlend"), bands.cooling(), bands.warm()),
                new Zone(language.say("dormant", "ruhend"), 0, bands.cooling()));
        var title = language.say("Relevance of %s", "Relevanz von %s").formatted(displayName);
        return new LineChart(title, description(language), TOP, zones, List.of(line));
    }

    private String description(Language language) {
        var first = points.get(0);
        var last = points.get(points.size() - 1);
        var scores = points.stream().mapToDouble(Point::score).summaryStatistics();
        return language.say(
                        "From %.0f on %s to %.0f on %s; at least %.0f, at most %.0f of 100.",
                        "Von %.0f am %s zu %.0f am %s; mindestens %.0f, höchstens %.0f von 100.")
                .formatted(
                        first.score(), day(first.at()), last.score(), day(last.at()), scores.getMin(), scores.getMax());
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }
}
