package dev.rapport.demo.report;

import dev.rapport.demo.report.Views.Edition;
import dev.rapport.demo.report.Views.Item;
import dev.rapport.demo.report.Views.Section;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The edition as a small newspaper: a masthead, then its sections in the order of the service. */
final class EditionPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final int SHOWN = 7;

    private EditionPage() {}

    static List<String> lines(Edition edition) {
        var lines = new ArrayList<String>();
        lines.add("=".repeat(Text.WIDTH));
        lines.add(Text.centred("R A P P O R T"));
        lines.add(Text.centred(
                "%s · for %s · %s".formatted(DATE.format(edition.date()), edition.member(), edition.timeZone())));
        lines.add("=".repeat(Text.WIDTH));
        List<Section> sections = edition.sections() == null ? List.of() : edition.sections();
        sections.stream()
                .filter(section -> section.items() != null && !section.items().isEmpty())
                .forEach(section -> lines.addAll(section(section)));
        if (lines.size() == 4) {
            lines.add("  Nothing needs you today.");
        }
        lines.add("=".repeat(Text.WIDTH));
        return lines;
    }

    private static List<String> section(Section section) {
        var lines = new ArrayList<String>();
        String title = section.title() == null ? RemindersPage.words(section.kind()) : section.title();
        lines.add("");
        lines.add(Text.cut(title.toUpperCase(Locale.ROOT), Text.WIDTH));
        section.items().stream().limit(SHOWN).forEach(item -> lines.addAll(item(item)));
        int more = section.items().size() - SHOWN;
        if (more > 0) {
            lines.add("  ... and %,d more".formatted(more));
        }
        return lines;
    }

    private static List<String> item(Item item) {
        var lines = new ArrayList<String>();
        String name = item.contactName() == null ? "" : item.contactName();
        String tie = item.score() == null
                ? ""
                : String.format(Locale.ROOT, "%.0f %s", item.score(), item.band() == null ? "" : item.band());
        lines.add(("  " + Text.fit(name, 40) + " " + tie).stripTrailing());
        if (item.reason() != null) {
            lines.addAll(Text.wrapped(item.reason(), 6));
        }
        return lines;
    }
}
