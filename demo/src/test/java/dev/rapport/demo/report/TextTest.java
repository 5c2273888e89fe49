package dev.rapport.demo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT30S, now",
        "PT1M, 1 minute ago",
        "PT59M, 59 minutes ago",
        "PT1H, 1 hour ago",
        "PT47H, 47 hours ago",
        "P2D, 2 days ago",
        "P60D, 60 days ago",
        "P61D, 2 months ago",
        "P365D, 12 months ago",
        "P800D, 2 years ago",
        "PT-3H, in 3 hours",
        "P-9D, in 9 days",
    })
    void shouldSayHowFarAnInstantLies(Duration before, String expected) {
        assertThat(Text.distance(NOW.minus(before), NOW)).isEqualTo(expected);
    }

    @Test
    void shouldShowADashWhenThereIsNoInstant() {
        assertThat(Text.distance(null, NOW)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"0,........", "50,####....", "99.9,########", "100,########", "-5,........", "140,########"})
    void shouldDrawTheScoreAsABar(double score, String expected) {
        assertThat(Text.bar(score, 8)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"abc, 'abc  '", "abcde, abcde", "abcdef, abcd…", "'abc def', abc…"})
    void shouldFitTextIntoAColumn(String text, String expectedStart) {
        assertThat(Text.fit(text, 5)).startsWith(expectedStart).hasSize(5);
    }

    @Test
    void shouldWrapAtWordsAndKeepEveryWord() {
        // Given
        String text = "word ".repeat(60);

        // When
        var lines = Text.wrapped(text, 6);

        // Then
        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.length() <= Text.WIDTH && line.startsWith("      w"));
        assertThat(String.join(" ", lines).split("\\s+"))
                .filteredOn("word"::equals)
                .hasSize(60);
    }

    @Test
    void shouldCutAWordThatIsLongerThanALine() {
        assertThat(Text.wrapped("x".repeat(300), 4))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(Text.WIDTH).endsWith("…"));
    }

    @Test
    void shouldCountNouns() {
        assertThat(Text.counted(1, "contact")).isEqualTo("1 contact");
        assertThat(Text.counted(0, "contact")).isEqualTo("0 contacts");
    }
}
