package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.events.SignalKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LikenessTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private record Pair(boolean same, Words one, Words other) {
        static Pair of(String line) {
            var fields = line.split("\t");
            return new Pair(fields[0].equals("same"), Words.of(fields[1]), Words.of(fields[2]));
        }

        /** Whether it takes the measure to decide. */
        boolean isMeasured() {
            boolean contained = one.sharedWith(other) == one.all().size()
                    || other.sharedWith(one) == other.all().size();
            return !contained && !one.contradicts(other);
        }
    }

    static Stream<Pair> pairs() throws IOException {
        try (var in = LikenessTest.class.getResourceAsStream("/signal/titles.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void shouldTellTheSameFromOtherWhateverTheWordsAndTheirOrder(Pair pair) {
        assertThat(Likeness.sameWords(pair.one(), pair.other())).isEqualTo(pair.same());
        assertThat(Likeness.sameWords(pair.other(), pair.one())).isEqualTo(pair.same());
    }

    @Test
    void shouldHaveItsThresholdInTheGapBetweenTheMeasuredPairs() throws IOException {
        var measured = pairs().filter(Pair::isMeasured).toList();
        double sameFrom = measured.stream()
                .filter(Pair::same)
                .mapToDouble(it -> Likeness.dice(it.one(), it.other()))
                .min()
                .orElseThrow();
        double differentUpTo = measured.stream()
                .filter(it -> !it.same())
                .mapToDouble(it -> Likeness.dice(it.one(), it.other()))
                .max()
                .orElseThrow();

        assertThat(Likeness.SHARED).isGreaterThan(differentUpTo).isLessThan(sameFrom);
    }

    @Test
    void shouldTrustStatedOrganizationsAndTitlesMoreThanWords() {
        var atAcme = seen(SignalKind.JOB_CHANGE, "Engineer at Initech → CTO at Acme", "Acme", "CTO", 0);
        var inWords = seen(SignalKind.JOB_CHANGE, "Jane Doe joins ACME, Inc. as technology chief", null, null, 3);
        var elsewhere = seen(SignalKind.JOB_CHANGE, "Engineer at Initech → CTO at Acme", "Hooli", "CTO", 3);
        var promoted = seen(SignalKind.PROMOTION, "VP → SVP", "Acme", "Senior Vice President", 0);
        var promotedInWords = seen(SignalKind.PROMOTION, "Acme makes Jane an SVP", null, null, 3);
        var elsewherePromoted = seen(SignalKind.PROMOTION, "VP → SVP", "Hooli", "SVP", 3);

        assertThat(Likeness.alike(atAcme, inWords)).isTrue();
        assertThat(Likeness.alike(inWords, atAcme)).isTrue();
        assertThat(Likeness.alike(atAcme, elsewhere)).isFalse();
        assertThat(Likeness.alike(promoted, promotedInWords)).isTrue();
        assertThat(Likeness.alike(promoted, elsewherePromoted)).isFalse();
    }

    @Test
    void shouldNotLookAtTheContactsName() {
        var whole = seen(SignalKind.PROMOTION, "Jane is now Head of Design at Acme", null, null, 0);
        var doe = seen(SignalKind.PROMOTION, "Ms. Jane Doe, Head of Design", null, null, 0);

        assertThat(Likeness.alike(whole, seen(SignalKind.PROMOTION, "Doe promoted to Head of Design", null, null, 1)))
                .isTrue();
        assertThat(Likeness.alike(doe, seen(SignalKind.PROMOTION, "Jane Doe got promoted", null, null, 1)))
                .isFalse();
    }

    @Test
    void shouldLookNoFurtherThanThirtyDaysAndNeverBeyondTheKind() {
        var first = seen(SignalKind.PROMOTION, "Promoted to VP", null, null, 0);

        assertThat(Likeness.alike(first, seen(SignalKind.PROMOTION, "Promoted to VP", null, null, 30)))
                .isTrue();
        assertThat(Likeness.alike(first, seen(SignalKind.PROMOTION, "Promoted to VP", null, null, 31)))
                .isFalse();
        assertThat(Likeness.alike(first, seen(SignalKind.JOB_CHANGE, "Promoted to VP", null, null, 0)))
                .isFalse();
    }

    @Test
    void shouldTakePostsForOneByTheirLinkAlone() {
        var post = post("Thoughts on networks", "https://www.example.org/p/1?utm_source=mail#top", 0);

        assertThat(Likeness.alike(post, post("Something else", "http://example.org/p/1/", 90)))
                .isTrue();
        assertThat(Likeness.alike(post, post("Thoughts on networks", "https://example.org/p/2", 0)))
                .isFalse();
        assertThat(Likeness.alike(post("Thoughts on networks", null, 0), post("Thoughts on networks", null, 0)))
                .isFalse();
    }

    private static Sighting post(String title, String link, int day) {
        return sighting(new SignalContent(SignalKind.POST, title, link, List.of(), at(day), null, null));
    }

    private static Sighting seen(SignalKind kind, String title, String organization, String position, int day) {
        return sighting(new SignalContent(kind, title, null, List.of(), at(day), organization, position));
    }

    private static Sighting sighting(SignalContent content) {
        return Sighting.of(UUID.randomUUID(), content, MARCH, false, Words.of("Jane Döe"));
    }

    private static Instant at(int day) {
        return MARCH.plus(Duration.ofDays(day));
    }
}
