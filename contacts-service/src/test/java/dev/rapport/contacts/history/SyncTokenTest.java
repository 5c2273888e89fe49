package dev.rapport.contacts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SyncTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration REACH = Duration.ofDays(90);

    @Test
    void shouldComeBackAsItWasWhenItIsReadInTime() {
        var token = new SyncToken("7", "18446744073709551615", 3, NOW.minus(REACH));

        assertThat(SyncToken.read(token.text(), "7", NOW, REACH)).isEqualTo(token);
    }

    @Test
    void shouldExpireWhenItsClientHasNotCaughtUpForTooLong() {
        var token = SyncToken.before("7", "10", NOW.minus(REACH).minusNanos(1)).after("20", 4);

        assertProblem(ProblemType.SYNC_TOKEN_EXPIRED, () -> SyncToken.read(token.text(), "7", NOW, REACH));
    }

    @Test
    void shouldExpireWhenItIsOfAnotherDatabase() {
        var token = SyncToken.start("7", NOW);

        assertProblem(ProblemType.SYNC_TOKEN_EXPIRED, () -> SyncToken.read(token.text(), "8", NOW, REACH));
    }

    @Test
    void shouldBeRefusedWhenItIsNoToken() {
        var cut = SyncToken.start("7", NOW).text().substring(0, 20);
        var negative = new SyncToken("7", "-1", 0, NOW).text();

        for (var text : List.of("x", "%%%", cut, negative, "Y29udGFjdC1jaGFuZ2Vz")) {
            assertProblem(ProblemType.INVALID_REQUEST, () -> SyncToken.read(text, "7", NOW, REACH));
        }
    }

    private static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.problem().type()).isEqualTo(type.uri()));
    }
}
