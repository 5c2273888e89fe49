package dev.rapport.notifier.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.Band;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.planning.DailyCap;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EditionComposerTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:30:00Z");

    @Test
    void shouldRankEachSectionByRelevanceAndLeaveOutEmptyOnes() {
        var weak = entry(1, ReminderKind.REPLY_OWED, true, 10);
        var strong = entry(2, ReminderKind.REPLY_OWED, true, 90);
        var cadence = entry(3, ReminderKind.KEEP_IN_TOUCH, true, 50);

        var sections = compose(List.of(weak, cadence, strong), 7, 3);

        assertThat(sections).extracting(EditionSection::kind).containsExactly("replies_owed", "keep_in_touch");
        assertThat(sections.get(0).items()).containsExactly(strong.item(), weak.item());
    }

    @Test
    void shouldAddOnlyAsMuchOfWhatIsStillToComeAsTheDayHolds() {
        var told = entry(1, ReminderKind.DRIFTING, true, 5);
        var strong = entry(2, ReminderKind.DRIFTING, false, 90);
        var weak = entry(3, ReminderKind.DRIFTING, false, 10);

        var sections = compose(List.of(told, weak, strong), 2, 1);

        assertThat(sections.get(0).items()).containsExactly(strong.item(), told.item());
    }

    @Test
    void shouldBeEmptyWhenNothingIsWorthALook() {
        assertThat(compose(List.of(), 7, 0)).isEmpty();
    }

    private static List<EditionSection> compose(List<Entry> entries, int cap, int told) {
        return EditionComposer.compose(entries, new DailyCap(cap), told, NOW);
    }

    private static Entry entry(int id, ReminderKind kind, boolean settled, double score) {
        var reminder = new UUID(0, id);
        var item = new EditionItem(new UUID(1, id), "Anna", "why", score, Band.WARM, reminder, NOW);
        return new Entry(kind, settled, item, new Candidate(reminder, score, NOW, Optional.empty(), NOW));
    }
}
