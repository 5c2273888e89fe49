package dev.rapport.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.benchmarks.relevance.Contestant.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The quality of the rankings on real contact networks, by the protocol of an independent reference. The data is not part
 * of the project: without it the test is skipped. {@code RAPPORT_SHARED_DATA} names its folder, else a folder
 * {@code shared/data} beside the project is looked for.
 */
class ReferenceProtocolTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "enron_pw,   14779, .4716, .2755, .7369, .9003,  7557, .4534, .2651, .6991, .8779, .756",
        "radoslaw,   32488, .3807, .2133, .5729, .7551,  9943, .3401, .1825, .5093, .7064, .736",
        "collegemsg, 17742, .4322, .2625, .6469, .8024,  3928, .4591, .3114, .6400, .7637, .761"
    })
    void shouldEqualTheReferenceWhenTheDefaultProfileIsReplayed(
            String set,
            int all,
            double mrrAll,
            double hit1All,
            double hit5All,
            double hit10All,
            int reengage,
            double mrr,
            double hit1,
            double hit5,
            double hit10,
            double auc)
            throws IOException {
        var figures = figures(set, "default");

        assertRanks(figures.all(), all, mrrAll, hit1All, hit5All, hit10All);
        assertRanks(figures.reengage(), reengage, mrr, hit1, hit5, hit10);
        assertThat(figures.drift().orElseThrow().auc()).isCloseTo(auc, within(0.0005));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "enron_pw,   .3607, .3827, .4092, .730",
        "radoslaw,   .3075, .2846, .3180, .659",
        "collegemsg, .2788, .5304, .3500, .778"
    })
    void shouldEqualTheReferenceWhenABaselineIsReplayed(
            String set, double frequency, double recency, double frecency, double silence) throws IOException {
        var network = network(set);
        var byRecency = Baseline.RECENCY.on(network).figures(network);

        assertThat(Baseline.FREQUENCY.on(network).figures(network).reengage().mrr())
                .isCloseTo(frequency, within(0.00005));
        assertThat(byRecency.reengage().mrr()).isCloseTo(recency, within(0.00005));
        assertThat(byRecency.drift().orElseThrow().auc()).isCloseTo(silence, within(0.0006));
        assertThat(Baseline.FRECENCY.on(network).figures(network).reengage().mrr())
                .isCloseTo(frecency, within(0.00005));
    }

    /** On the e-mail networks it may lose .002 against the default profile; on the chat it must win. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"enron_pw, .4514", "radoslaw, .3381", "collegemsg, .50"})
    void shouldFollowEveryNetworkWhenTheProfileIsAdaptive(String set, double reengage) throws IOException {
        assertThat(figures(set, "adaptive").reengage().mrr()).isGreaterThanOrEqualTo(reengage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"enron_pw, .48, .4534", "radoslaw, .51, .3401", "collegemsg, .67, .4591"})
    void shouldForetellRunningConversationsAndLeaveTheOthersWhenTheOrderIsNow(String set, double all, double reengage)
            throws IOException {
        var figures = figures(set, "now");

        assertThat(figures.all().mrr()).isGreaterThanOrEqualTo(all);
        assertThat(figures.reengage().mrr()).isCloseTo(reengage, within(0.00005));
    }

    private static Figures figures(String set, String profile) throws IOException {
        var network = network(set);
        return Contestant.profile(profile, network).figures(network);
    }

    private static Network network(String set) throws IOException {
        var file = dataFolder().resolve(set + ".csv");
        assumeTrue(Files.exists(file), "skipped: " + set + ".csv is not here; set RAPPORT_SHARED_DATA");
        return NetworkFile.read(file).network();
    }

    private static void assertRanks(Ranks ranks, int events, double mrr, double hit1, double hit5, double hit10) {
        assertThat(ranks.events()).isEqualTo(events);
        assertThat(ranks.mrr()).isCloseTo(mrr, within(0.00005));
        assertThat(ranks.hit(1)).isCloseTo(hit1, within(0.00005));
        assertThat(ranks.hit(5)).isCloseTo(hit5, within(0.00005));
        assertThat(ranks.hit(10)).isCloseTo(hit10, within(0.00005));
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
