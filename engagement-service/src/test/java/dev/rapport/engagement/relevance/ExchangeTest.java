package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Touch> oneSided = List.of(
            touch(12, Direction.OUTBOUND),
            touch(18, Direction.OUTBOUND),
            touch(24, Direction.OUTBOUND),
            touch(40, Direction.INBOUND),
            touch(200, Direction.INBOUND));

    @Test
    void shouldSayWhoTurnsToWhomInBothLanguages() {
        assertThat(Exchange.turns(oneSided, "Jane", NOW, Language.ENGLISH))
                .contains("In the last 3 months: you reached out 3 times and Jane once.");
        assertThat(Exchange.turns(oneSided, "Jane", NOW, Language.GERMAN))
                .contains("In den letzten 3 Monaten: du hast dich 3-mal gemeldet und Jane einmal.");
    }

    @Test
    void shouldSayThatBothTookPart() {
        assertThat(Exchange.turns(List.of(touch(3, Direction.MUTUAL)), "Jane", NOW, Language.ENGLISH))
                .contains("In the last 3 months: both of you took part once.");
        assertThat(Exchange.turns(
                        List.of(touch(300, Direction.MUTUAL), touch(301, Direction.OUTBOUND)),
                        "Jane",
                        NOW,
                        Language.GERMAN))
                .contains("Über die Jahre: du hast dich einmal gemeldet und Jane nie; ihr wart einmal beide dabei.");
    }

    @Test
    void shouldSayHowLongItIsAndHowLongItUsuallyIs() {
        assertThat(Exchange.gaps(oneSided, NOW, Language.ENGLISH))
                .contains("The last time was 12 days ago; the usual gap is 16 days.");
        assertThat(Exchange.gaps(oneSided, NOW, Language.GERMAN))
                .contains("Das letzte Mal ist 12 Tage her; der übliche Abstand beträgt 16 Tage.");
        assertThat(Exchange.gaps(List.of(touch(0, Direction.INBOUND)), NOW, Language.ENGLISH))
                .contains("The last time was less than a day ago.");
        assertThat(Exchange.gaps(List.of(touch(1, Direction.INBOUND)), NOW, Language.GERMAN))
                .contains("Das letzte Mal ist 1 Tag her.");
    }

    @Test
    void shouldSayNothingWhenNothingHappened() {
        assertThat(Exchange.turns(List.of(), "Jane", NOW, Language.ENGLISH)).isEmpty();
        assertThat(Exchange.gaps(List.of(), NOW, Language.ENGLISH)).isEmpty();
    }

    @Test
    void shouldSpeakTheLanguageThatIsLikedBestOfThoseThereAre() {
        assertThat(Language.of(List.of(Locale.FRENCH, Locale.forLanguageTag("de-AT"), Locale.ENGLISH)))
                .isEqualTo(Language.GERMAN);
        assertThat(Language.of(List.of(Locale.FRENCH))).isEqualTo(Language.ENGLISH);
    }

    private static Touch touch(int daysAgo, Direction direction) {
        return new Touch(UUID.randomUUID(), NOW.minus(Duration.ofDays(daysAgo)), InteractionKind.EMAIL, direction);
    }
}
