package dev.rapport.notifier.edition;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Composes an edition. Pure: the same reminders at the same instant give the same edition. */
final class EditionComposer {

    private static final Comparator<EditionItem> BY_RELEVANCE = Comparator.comparingDouble(
                    (EditionItem item) -> -item.score())
            .thenComparing(EditionItem::dueAt)
            .thenComparing(EditionItem::reminderId);

    private static final Set<ReminderKind> ELSEWHERE =
            EnumSet.of(ReminderKind.REPLY_OWED, ReminderKind.CONGRATULATE, ReminderKind.DRIFTING);

    private EditionComposer() {}

    /**
     * Sections in the order in which they are read; empty ones are left out.
     *
     * @param cap how many reminders the day holds
     * @param toldToday how many of them were told already
     */
    static List<EditionSection> compose(Collection<Entry> entries, DailyCap cap, int toldToday, Instant now) {
        var waiting = entries.stream()
                .filter(entry -> !entry.settled())
                .map(Entry::candidate)
                .toList();
        var chosen = new HashSet<>(cap.split(waiting, toldToday, now).now());
        var today = entries.stream()
                .filter(entry ->
                        entry.settled() || chosen.contains(entry.candidate().id()))
                .toList();
        return Stream.of(
                        section("replies_owed", "Replies owed", today, EnumSet.of(ReminderKind.REPLY_OWED)),
                        section("congratulations", "Congratulations", today, EnumSet.of(ReminderKind.CONGRATULATE)),
                        section("drifting", "Drifting away", today, EnumSet.of(ReminderKind.DRIFTING)),
                        section(
                                "keep_in_touch",
                                "Due reminders",
                                today,
                                EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE))))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private static EditionSection section(String kind, String title, List<Entry> today, Set<ReminderKind> kinds) {
        var items = today.stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .map(Entry::item)
                .sorted(BY_RELEVANCE)
                .toList();
        return new EditionSection(kind, title, items);
    }
}
