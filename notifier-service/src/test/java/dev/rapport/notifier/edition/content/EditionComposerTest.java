package dev.rapport.notifier.edition.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.events.ReminderKind;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.planning.DailyCap.Candidate;
import dev.rapport.notifier.preference.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditionComposerTest {

    private static final Instant NOW = Instant.parse("2026-06-01T07:30:00Z");

    @Test
    void shouldTellInTheOrderInWhichItIsRead() {
        var reminders = List.of(
                reminder(1, ReminderKind.KEEP_IN_TOUCH, true, 50),
                reminder(2, ReminderKind.DRIFTING, true, 50),
                reminder(3, ReminderKind.CONGRATULATE, true, 50),
                reminder(4, ReminderKind.REPLY_OWED, true, 50));

        var edition = compose(new Material(reminders, 4, List.of(signal(5)), List.of(touch(6, true, 0))));

        assertThat(edition.sections())
                .extracting(EditionSection::kind)
                .containsExactly("replies_owed", "congratulations", "drifting", "reminders", "news", "noise");
        assertThat(edition.date()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(edition.itemCount()).isEqualTo(5);
        assertThat(edition.headline()).isEqualTo("why 4");
    }

    @Test
    void shouldRankEachSectionByRelevanceAndLeaveOutEmptyOnes() {
        var weak = reminder(1, ReminderKind.REPLY_OWED, true, 10);
        var strong = reminder(2, ReminderKind.REPLY_OWED, true, 90);

        var edition = compose(new Material(List.of(weak, strong), 2, List.of(), List.of()));

        assertThat(edition.sections()).hasSize(1);
        assertThat(edition.items()).extracting(EditionItem::reason).containsExactly("why 2", "why 1");
    }

    @Test
    void shouldAddOnlyAsMuchOfWhatIsStillToComeAsTheDayHolds() {
        var told = IntStream.range(0, 6).mapToObj(i -> reminder(i, ReminderKind.DRIFTING, true, 5));
        var toCome =
                List.of(reminder(10, ReminderKind.DRIFTING, false, 90), reminder(11, ReminderKind.DRIFTING, false, 10));

        var edition = compose(new Material(Stream.concat(told, toCome.stream()).toList(), 6, List.of(), List.of()));

        assertThat(edition.itemCount()).isEqualTo(7);
        assertThat(edition.headline()).isEqualTo("why 10");
    }

    @Test
    void shouldSayThatNothingNeedsTheMemberWhenThereIsNothingButNoise() {
        var edition = compose(new Material(List.of(), 0, List.of(), List.of(touch(1, true, 0))));

        assertThat(edition.itemCount()).isZero();
        assertThat(edition.headline()).isEqualTo("Nothing needs you today");
        assertThat(edition.items()).hasSize(1);
    }

    @Test
    void shouldCallNoiseOnlyPitchesAndStrangersOfWhomItTellsNothingElse() {
        var reminders = List.of(reminder(1, ReminderKind.REPLY_OWED, true, 0));
        var unasked = List.of(touch(1, false, 0), touch(2, false, 0), touch(3, false, 60), touch(4, true, 60));

        var noise = compose(new Material(reminders, 1, List.of(), unasked))
                .sections()
                .get(1);

        assertThat(noise.isNoise()).isTrue();
        assertThat(noise.items())
                .extracting(EditionItem::kind, EditionItem::contactName)
                .containsExactlyInAnyOrder(tuple("stranger", "Person 2"), tuple("pitch", "Person 4"));
    }

    @Test
    void shouldGiveEachSourceOfNoiseOneLineHoweverOftenItCame() {
        var pitches = IntStream.range(0, 40)
                .mapToObj(i -> new UnaskedTouch(new UUID(3, i), about(1, 0), true, NOW.plusSeconds(i)))
                .toList();

        var edition = compose(new Material(List.of(), 0, List.of(), pitches));

        assertThat(edition.items()).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("Person 1 sent 40 pitches");
            assertThat(line.interactionId()).isEqualTo(new UUID(3, 39));
        });
    }

    private static Edition compose(Material material) {
        return new EditionComposer(Preferences.DEFAULT).compose("alex", material, NOW, false);
    }

    private static DueReminder reminder(int id, ReminderKind kind, boolean settled, double score) {
        var candidate = new Candidate(new UUID(0, id), score, NOW, Optional.empty(), NOW);
        return new DueReminder(about(id, score), kind, "why " + id, settled, null, candidate);
    }

    private static SeenSignal signal(int id) {
        return new SeenSignal(
                new UUID(2, id), about(id, 50), SignalKind.POST, "On trees", null, List.of(), List.of(), NOW);
    }

    private static UnaskedTouch touch(int contact, boolean pitch, double score) {
        return new UnaskedTouch(new UUID(3, contact), about(contact, score), pitch, NOW);
    }

    private static About about(int contact, double score) {
        return new About(new UUID(1, contact), "Person " + contact, score);
    }
}
