package dev.rapport.notifier.edition.page;

import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.content.EditionSection;
import dev.rapport.notifier.edition.content.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An edition as the templates show it; what is absent is null.
 *
 * @param sections without the lead, and without noise
 * @param kicker the title of the section that the lead comes from
 */
public record PageView(
        String lang,
        String paper,
        String title,
        String date,
        String isoDate,
        String count,
        String late,
        String nothing,
        String kicker,
        ItemView lead,
        List<SectionView> sections,
        SectionView noise,
        String draftLabel,
        String readLabel,
        String pageLabel,
        String url) {

    public PageView {
        sections = List.copyOf(sections);
    }

    static PageView of(Edition edition, String url) {
        var words = Words.in(edition.language());
        var date = words.date(edition.date());
        var worth = edition.sections().stream()
                .filter(section -> !section.isNoise())
                .toList();
        return new PageView(
                edition.language().code(),
                words.paper(),
                words.paper() + ", " + date,
                date,
                edition.date().toString(),
                words.count(edition.itemCount()),
                edition.late() ? words.late() : null,
                worth.isEmpty() ? words.nothingToday() : null,
                worth.isEmpty() ? null : worth.get(0).title(),
                edition.lead().map(item -> ItemView.of(item, words)).orElse(null),
                afterLead(worth, words),
                edition.sections().stream()
                        .filter(EditionSection::isNoise)
                        .findFirst()
                        .map(section -> view(section, 0, words))
                        .orElse(null),
                words.draft(),
                words.read(),
                words.onThePage(),
                url);
    }

    private static List<SectionView> afterLead(List<EditionSection> worth, Words words) {
        return IntStream.range(0, worth.size())
                .mapToObj(i -> view(worth.get(i), i == 0 ? 1 : 0, words))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private static SectionView view(EditionSection section, int skipped, Words words) {
        return new SectionView(
                section.kind(),
                section.title(),
                section.items().stream()
                        .skip(skipped)
                        .map(item -> ItemView.of(item, words))
                        .toList());
    }
}
