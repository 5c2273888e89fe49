package dev.rapport.api.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkspaceLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final WorkspaceLimits limits =
            new WorkspaceLimits(Duration.ofSeconds(10), it -> it.equals("small") ? 2 : 10, new SetTime(nanos));

    @Test
    void shouldRefuseWhatIsOverTheLimitAndSayWhenToGoOn() {
        assertThat(limits.take("small").getRemainingTokens()).isEqualTo(1);
        assertThat(limits.take("small").isConsumed()).isTrue();

        var refused = limits.take("small");

        assertThat(refused.isConsumed()).isFalse();
        assertThat(refused.getRemainingTokens()).isZero();
        assertThat(Duration.ofNanos(refused.getNanosToWaitForRefill())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldGiveBackEvenlyAsTimePasses() {
        limits.take("small");
        limits.take("small");

        nanos.set(Duration.ofSeconds(4).toNanos());
        assertThat(limits.take("small").isConsumed()).isFalse();
        nanos.set(Duration.ofSeconds(5).toNanos());
        assertThat(limits.take("small").isConsumed()).isTrue();
        assertThat(limits.take("small").isConsumed()).isFalse();
    }

    @Test
    void shouldNotChargeOneWorkspaceForAnother() {
        for (int i = 0; i < 20; i++) {
            limits.take("other");
        }

        assertThat(limits.take("other").isConsumed()).isFalse();
        assertThat(limits.take("small").isConsumed()).isTrue();
    }

    @Test
    void shouldKeepCountingWhenMoreWorkspacesAskThanAreKept() {
        limits.take("small");
        limits.take("small");
        for (int i = 0; i < 10_050; i++) {
            limits.take("workspace" + i);
        }

        assertThat(limits.take("small").isConsumed()).isFalse();
    }

    private record SetTime(AtomicLong nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
