package dev.rapport.engagement.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The quality of the ranking on real contact networks, by the protocol of an independent reference. The data is not part
 * of the project: without it the test is skipped. {@code RAPPORT_SHARED_DATA} names its folder, else a folder
 * {@code shared/data} beside the project is looked for.
 */
class ReferenceProtocolTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "enron_pw,   ALL,      14779, .4716, .2755, .7369, .9003",
        "enron_pw,   REENGAGE,  7557, .4534, .2651, .6991, .8779",
        "radoslaw,   ALL,      32488, .3807, .2133, .5729, .7551",
        "radoslaw,   REENGAGE,  9943, .3401, .1825, .5093, .7064",
        "collegemsg, ALL,      17742, .4322, .2625, .6469, .8024",
        "collegemsg, REENGAGE,  3928, .4591, .3114, .6400, .7637"
    })
    void shouldReachTheReferenceToFourDecimalsWhenReplayingARealNetwork(
            String set, RankingProtocol.Task task, int events, double mrr, double hit1, double hit5, double hit10)
            throws IOException {
        // Given
        var file = dataFolder().resolve(set + ".csv");
        assumeTrue(Files.exists(file), "skipped: " + set + ".csv is not here; set RAPPORT_SHARED_DATA");

        // When
        var ranks = new RankingProtocol(ScoringProfile.DEFAULT).ranks(file, task);

        // Then
        assertThat(ranks).hasSize(events);
        assertThat(ranks.stream().mapToDouble(rank -> 1 / rank).average().orElseThrow())
                .isCloseTo(mrr, within(0.00005));
        assertThat(ranks.stream().filter(rank -> rank <= 1).count() / (double) events)
                .isCloseTo(hit1, within(0.00005));
        assertThat(ranks.stream().filter(rank -> rank <= 5).count() / (double) events)
                .isCloseTo(hit5, within(0.00005));
        assertThat(ranks.stream().filter(rank -> rank <= 10).count() / (double) events)
                .isCloseTo(hit10, within(0.00005));
    }

    private static Path dataFolder() {
        var named = System.getProperty("RAPPORT_SHARED_DATA", System.getenv("RAPPORT_SHARED_DATA"));
        if (named != null) {
            return Path.of(named, "interactions");
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/data/interactions");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("shared/data/interactions");
    }
}
