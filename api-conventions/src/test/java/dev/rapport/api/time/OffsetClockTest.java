package dev.rapport.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

    @TempDir
    Path folder;

    @Test
    void shouldRunAheadByWhatTheFileSays() throws Exception {
        var file = Files.writeString(folder.resolve("offset"), "P14DT1H\n");

        assertThat(clock(file, NOW).instant()).isEqualTo(NOW.plus(Duration.parse("P14DT1H")));
    }

    @Test
    void shouldNotShiftWithoutAFile() {
        assertThat(clock(folder.resolve("absent"), NOW).instant()).isEqualTo(NOW);
    }

    @Test
    void shouldFollowTheFileAndKeepItsOffsetWhileItIsMalformed() throws Exception {
        var file = Files.writeString(folder.resolve("offset"), "PT1H");
        var base = new Settable();
        var clock = new OffsetClock(base, file);
        assertThat(clock.instant()).isEqualTo(base.now.plus(Duration.ofHours(1)));

        Files.writeString(file, "PT");
        base.now = base.now.plusSeconds(1);
        assertThat(clock.instant()).isEqualTo(base.now.plus(Duration.ofHours(1)));

        Files.writeString(file, "-PT2H");
        base.now = base.now.plusSeconds(1);
        assertThat(clock.instant()).isEqualTo(base.now.minus(Duration.ofHours(2)));
    }

    private static Clock clock(Path file, Instant now) {
        return new OffsetClock(Clock.fixed(now, ZoneOffset.UTC), file);
    }

    private static final class Settable extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
