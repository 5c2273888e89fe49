package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.scoring.Share;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldNameTheKindWhenOneKindMakesMostOfIt() {
        var shares = List.of(
                share(InteractionKind.CALL, 12, .4),
                share(InteractionKind.CALL, 13, .3),
                share(InteractionKind.EMAIL, 2, .3));

        assertThat(Summary.of(shares, NOW, Language.ENGLISH))
                .isEqualTo("2 calls in the last 2 weeks make 70 % of this.");
    }

    @Test
    void shouldCountAllKindsWhenNoneMakesMostOfItAlone() {
        var shares = List.of(
                share(InteractionKind.CALL, 3, .4),
                share(InteractionKind.EMAIL, 4, .4),
                share(InteractionKind.CALL, 200, .2));

        assertThat(Summary.of(shares, NOW, Language.ENGLISH))
                .isEqualTo("2 interactions in the last week make 80 % of this.");
    }

    @Test
    void shouldSpeakOfYearsWhenAllIsLongAgo() {
        assertThat(Summary.of(List.of(share(InteractionKind.PITCH, 800, 1)), NOW, Language.ENGLISH))
                .isEqualTo("1 pitch over the years makes 100 % of this.");
    }

    @Test
    void shouldSaySoWhenNothingHasHappened() {
        assertThat(Summary.of(List.of(), NOW, Language.ENGLISH)).isEqualTo("Nothing has happened yet.");
    }

    private static Share share(InteractionKind kind, int daysAgo, double share) {
        var touch = new Touch(UUID.randomUUID(), NOW.minus(Duration.ofDays(daysAgo)), kind, Direction.OUTBOUND);
        return new Share(touch, share, share);
    }
}
