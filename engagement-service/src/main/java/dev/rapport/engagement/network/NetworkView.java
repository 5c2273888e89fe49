package dev.rapport.engagement.network;

import dev.rapport.engagement.chart.LineChart;
import dev.rapport.engagement.chart.Series;
import dev.rapport.engagement.replies.ResponseTimes.Sides;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures that tell collecting contacts from engaging them. */
@Schema(name = "Network")
record NetworkView(
        Figures now,

        @Schema(
                description = "The part of the contacts with whom something happened in 30 days, 0 to 1.",
                examples = "0.15")
        double engagedShare30,

        @Schema(description = "In 90 days.", examples = "0.32")
        double engagedShare90,

        @Schema(
                description = "The part of the contacts with a cadence that was kept, 0 to 1; absent if none has one.",
                examples = "0.8")
        Double coverage,

        @Schema(description = "How long answers took in the last 90 days.")
        Sides responseTimes,

        @Schema(description = "How many of the contacts there are were added in each of the last 24 months.")
        List<Growth> growth,

        @Schema(description = "The last day of each week of which figures were kept, the oldest first.")
        List<Figures> weeks) {

    /** Contacts added in a month. */
    @Schema(name = "NetworkGrowth")
    record Growth(
            @Schema(description = "By UTC.", examples = "2026-03")
            String month,

            @Schema(examples = "14") long added) {}

    static NetworkView of(Figures now, Sides responseTimes, List<Growth> growth, List<Figures> weeks) {
        return new NetworkView(
                now,
                share(now.engaged30(), now.contacts()),
                share(now.engaged90(), now.contacts()),
                now.withCadence() == 0 ? null : Double.valueOf(share(now.inCadence(), now.withCadence())),
                responseTimes,
                growth,
                weeks);
    }

    /** Size against engagement, week by week up to now. */
    LineChart chart() {
        var all = Stream.concat(weeks.stream(), Stream.of(now)).toList();
        double highest = all.stream().mapToDouble(Figures::contacts).max().orElse(1);
        var description =
                ("%d contacts; with %d of them something happened in the last 90 days, with %d in the last 30;"
                                + " %d are close, %d active, %d warm, %d cooling and %d dormant.")
                        .formatted(
                                now.contacts(),
                                now.engaged90(),
                                now.engaged30(),
                                now.bands().close(),
                                now.bands().active(),
                                now.bands().warm(),
                                now.bands().cooling(),
                                now.bands().dormant());
        return new LineChart(
                "Network: contacts and engagement",
                description,
                LineChart.topOf(highest),
                List.of(),
                List.of(
                        line("contacts", all, Figures::contacts),
                        line("engaged in 90 days", all, Figures::engaged90),
                        line("engaged in 30 days", all, Figures::engaged30),
                        line(
                                "active and close",
                                all,
                                it -> it.bands().active() + it.bands().close())));
    }

    private static Series line(String name, List<Figures> all, ToDoubleFunction<Figures> value) {
        return new Series(
                name,
                all.stream()
                        .map(it -> new Series.Point(
                                it.day().atStartOfDay(ZoneOffset.UTC).toInstant(), value.applyAsDouble(it)))
                        .toList());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
