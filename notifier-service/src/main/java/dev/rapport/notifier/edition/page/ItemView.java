package dev.rapport.notifier.edition.page;

import dev.rapport.notifier.edition.content.EditionItem;
import dev.rapport.notifier.edition.content.Words;
import java.util.Optional;

/**
 * An item as the templates show it; what is absent is null.
 *
 * @param link only ever http or https: whoever wrote it must not run anything
 * @param line the points of the tie's course, in a box of 104 by 24
 * @param area the same, closed along the ground
 * @param lineEnd the height at which the course ends
 * @param blocks the course in letters
 * @param trend the course in words
 */
public record ItemView(
        String name,
        String reason,
        String band,
        String bandName,
        long score,
        String draft,
        String link,
        String line,
        String area,
        String lineEnd,
        String blocks,
        String trend) {

    static ItemView of(EditionItem item, Words words) {
        var spark = Optional.ofNullable(item.trend()).map(Sparkline::new);
        return new ItemView(
                item.contactName(),
                item.reason(),
                item.band().json(),
                words.band(item.band()),
                Math.round(item.score()),
                item.draft(),
                isWeb(item.link()) ? item.link() : null,
                spark.map(Sparkline::points).orElse(null),
                spark.map(Sparkline::area).orElse(null),
                spark.map(Sparkline::endY).orElse(null),
                spark.map(Sparkline::blocks).orElse(null),
                words.trend(item.band()));
    }

    private static boolean isWeb(String link) {
        return link != null && link.matches("(?i)https?://\\S+");
    }
}
