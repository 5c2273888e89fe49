package dev.rapport.notifier.alert;

import static dev.rapport.notifier.alert.Candidate.Verdict.HOLD;
import static dev.rapport.notifier.alert.Candidate.Verdict.LEAVE;
import static dev.rapport.notifier.alert.Candidate.Verdict.RAISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.planning.LocalSchedule;
import dev.rapport.notifier.planning.QuietHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final Instant TUESDAY_NOON = Instant.parse("2026-06-02T10:00:00Z");
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-06-02T21:30:00Z");
    private static final LocalSchedule BERLIN = new LocalSchedule(
            ZoneId.of("Europe/Berlin"),
            LocalTime.of(7, 30),
            EnumSet.allOf(DayOfWeek.class),
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));

    @Test
    void shouldRaiseWhatPassesTheThresholdAndLeaveTheRestForTheEdition() {
        assertThat(new Candidate(true, true, false, 75, 75, BERLIN).verdict(TUESDAY_NOON))
                .isEqualTo(RAISE);
        assertThat(new Candidate(true, true, false, 74.99, 75, BERLIN).verdict(TUESDAY_NOON))
                .isEqualTo(LEAVE);
    }

    @Test
    void shouldLeaveStrangersEvenWhenThereIsNoThreshold() {
        assertThat(new Candidate(true, false, false, 90, 0, BERLIN).verdict(TUESDAY_NOON))
                .isEqualTo(LEAVE);
    }

    @Test
    void shouldLeaveWhatStandsNoMore() {
        assertThat(new Candidate(false, true, false, 90, 75, BERLIN).verdict(TUESDAY_NOON))
                .isEqualTo(LEAVE);
    }

    @Test
    void shouldNeverTellOfSomebodyWhoIsMuted() {
        assertThat(new Candidate(true, true, true, 100, 0, BERLIN).verdict(TUESDAY_NOON))
                .isEqualTo(LEAVE);
    }

    @Test
    void shouldHoldBackWhileTheMemberIsLeftAlone() {
        assertThat(new Candidate(true, true, false, 90, 75, BERLIN).verdict(TUESDAY_NIGHT))
                .isEqualTo(HOLD);
        assertThat(new Candidate(true, true, false, 10, 75, BERLIN).verdict(TUESDAY_NIGHT))
                .isEqualTo(LEAVE);
    }
}
