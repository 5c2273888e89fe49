package dev.rapport.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.notifier.egress.Answer;
import dev.rapport.notifier.webhook.Verdict.Delivered;
import dev.rapport.notifier.webhook.Verdict.GivenUp;
import dev.rapport.notifier.webhook.Verdict.Gone;
import dev.rapport.notifier.webhook.Verdict.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofSeconds(100)));

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void shouldTakeEverySuccessAsDelivered(int status) {
        assertThat(of(status, null, 1)).isInstanceOf(Delivered.class);
    }

    @Test
    void shouldEndAnEndpointThatIsGone() {
        assertThat(of(410, null, 1)).isInstanceOf(Gone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 308, 400, 401, 404, 409, 429, 500, 502, 503})
    void shouldTryAgainAfterEverythingElseAndGiveUpInTheEnd(int status) {
        assertThat(of(status, null, 1)).isEqualTo(new Retry(Duration.ofSeconds(10), null));
        assertThat(of(status, null, 2)).isEqualTo(new Retry(Duration.ofSeconds(100), null));
        assertThat(of(status, null, 3)).isInstanceOf(GivenUp.class);
    }

    @Test
    void shouldTryAgainWhenThereIsNoAnswer() {
        var broken = new Answer(null, null, "", "no connection", Duration.ZERO);

        assertThat(Verdict.of(broken, 1, SCHEDULE, 0.5, NOW)).isEqualTo(new Retry(Duration.ofSeconds(10), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "Mon, 02 Mar 2026 10:03:00 GMT | PT3M",
                "999999 | PT24H",
                "99999999999999999999 | PT24H",
                "Sun, 02 Mar 2036 10:00:00 GMT | PT24H"
            })
    void shouldWaitAsLongAsABusyEndpointAsksAtMostADay(String header, Duration wait) {
        assertThat(of(429, header, 1)).isEqualTo(new Retry(wait, wait));
        assertThat(of(503, header, 1)).isEqualTo(new Retry(wait, wait));
    }

    @Test
    void shouldNotComeSoonerThanTheScheduleSaysWhateverIsAsked() {
        assertThat(of(429, "1", 1)).isEqualTo(new Retry(Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "0", "", "Mon, 02 Mar 2026 09:00:00 GMT"})
    void shouldFollowTheScheduleWhenTheHeaderSaysNothingUseful(String header) {
        assertThat(of(503, header, 1)).isEqualTo(new Retry(Duration.ofSeconds(10), null));
    }

    @Test
    void shouldNotHeedTheHeaderOfOtherAnswers() {
        assertThat(of(500, "3600", 1)).isEqualTo(new Retry(Duration.ofSeconds(10), null));
    }

    private static Verdict of(int status, String retryAfter, int tries) {
        return Verdict.of(new Answer(status, retryAfter, "", null, Duration.ZERO), tries, SCHEDULE, 0.5, NOW);
    }
}
