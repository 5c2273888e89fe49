package dev.rapport.demo.report;

import dev.rapport.demo.report.Views.Position;
import dev.rapport.demo.report.Views.Ranked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ranking as a table: who is close right now, and who will drift when. */
final class RankingPage {

    private RankingPage() {}

    static List<String> lines(List<Ranked> ranking, List<Position> positions, Instant now) {
        var lines = new ArrayList<String>();
        lines.add(line("#", "name", "title, organization", "score", "", "band", "last touch", "drifts"));
        for (int i = 0; i < ranking.size(); i++) {
            Ranked tie = ranking.get(i);
            lines.add(line(
                    Integer.toString(i + 1),
                    tie.displayName(),
                    positions.get(i).line(),
                    String.format(Locale.ROOT, "%5.1f", tie.score()),
                    Text.bar(tie.score(), 8),
                    tie.band(),
                    Text.distance(tie.lastTouchAt(), now),
                    Text.distance(tie.driftsAt(), now)));
        }
        return lines;
    }

    private static String line(
            String rank,
            String name,
            String position,
            String score,
            String bar,
            String band,
            String last,
            String drifts) {
        return String.join(
                        " ",
                        " ".repeat(Math.max(0, 2 - rank.length())) + rank,
                        Text.fit(name == null ? "" : name, 20),
                        Text.fit(position, 25),
                        Text.fit(score, 5),
                        Text.fit(bar, 8),
                        Text.fit(band == null ? "" : band, 7),
                        Text.fit(last, 14),
                        Text.fit(drifts, 12))
                .stripTrailing();
    }
}
