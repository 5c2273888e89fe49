package dev.rapport.notifier.edition.content;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap;
import dev.rapport.notifier.preference.Preferences;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes an edition. Pure: the same material at the same instant gives the same edition. */
public final class EditionComposer {

    private static final Comparator<EditionItem> BY_RELEVANCE = Comparator.comparingDouble(
                    (EditionItem item) -> -item.score())
            .thenComparing(EditionItem::dueAt)
            .thenComparing(EditionItem::reminderId);

    private static final Set<ReminderKind> ELSEWHERE =
            EnumSet.of(ReminderKind.REPLY_OWED, ReminderKind.CONGRATULATE, ReminderKind.DRIFTING);

    private final Preferences preferences;
    private final Words words;

    public EditionComposer(Preferences preferences) {
        this.preferences = preferences;
        this.words = Words.in(preferences.language());
    }

    /** The edition of a member's local date as of an instant; sections in the order in which they are read. */
    public Edition compose(String member, Material material, Instant now, boolean late) {
        var reminders = ofToday(material, now);
        var shown = Stream.of(
                        section("replies_owed", reminders, EnumSet.of(ReminderKind.REPLY_OWED)),
                        section("congratulations", reminders, EnumSet.of(ReminderKind.CONGRATULATE)),
                        section("drifting", reminders, EnumSet.of(ReminderKind.DRIFTING)),
                        section("reminders", reminders, EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE))),
                        section("news", news(material, now)))
                .toList();
        var noise = section(EditionSection.NOISE, new Noise(words).of(material.unasked(), contactsIn(shown)));
        var sections = Stream.concat(shown.stream(), Stream.of(noise))
                .filter(section -> !section.items().isEmpty())
                .toList();
        return new Edition(
                preferences.schedule().dateOf(now),
                member,
                preferences.timeZone(),
                preferences.language(),
                now,
                late,
                sections);
    }

    /** What was told already, and as much of what is still to come as the day holds. */
    private List<DueReminder> ofToday(Material material, Instant now) {
        var waiting = material.reminders().stream()
                .filter(reminder -> !reminder.settled())
                .map(DueReminder::candidate)
                .toList();
        var cap = new DailyCap(preferences.dailyCap());
        var chosen = new HashSet<>(cap.split(waiting, material.toldToday(), now).now());
        return material.reminders().stream()
                .filter(reminder -> reminder.settled()
                        || chosen.contains(reminder.candidate().id()))
                .toList();
    }

    private List<EditionItem> news(Material material, Instant now) {
        return new NewsRanking(preferences.interests())
                .best(material.signals(), now).stream()
                        .map(signal -> EditionItem.ofSignal(
                                signal.about(),
                                signal.kind().json(),
                                words.news(signal.about().contactName(), signal.kind(), signal.title()),
                                signal.id(),
                                signal.link()))
                        .toList();
    }

    private EditionSection section(String kind, List<DueReminder> today, Set<ReminderKind> kinds) {
        return section(
                kind,
                today.stream()
                        .filter(reminder -> kinds.contains(reminder.kind()))
                        .map(DueReminder::item)
                        .sorted(BY_RELEVANCE)
                        .toList());
    }

    private EditionSection section(String kind, List<EditionItem> items) {
        return new EditionSection(kind, words.section(kind), items);
    }

    private static Set<UUID> contactsIn(List<EditionSection> sections) {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .map(EditionItem::contactId)
                .collect(Collectors.toSet());
    }
}
