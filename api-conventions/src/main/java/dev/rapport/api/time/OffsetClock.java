package dev.rapport.api.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs ahead of another by the ISO-8601 duration in a file, which may change at any time. */
final class OffsetClock extends Clock {

    private static final long REREAD_MILLIS = 50;

    private final Clock base;
    private final Path file;
    private volatile Reading reading = new Reading(Long.MIN_VALUE, Duration.ZERO);

    OffsetClock(Clock base, Path file) {
        this.base = base;
        this.file = file;
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new OffsetClock(base.withZone(zone), file);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset());
    }

    private Duration offset() {
        long now = base.millis();
        var last = reading;
        if (last.atMillis() == Long.MIN_VALUE || Math.abs(now - last.atMillis()) >= REREAD_MILLIS) {
            last = new Reading(now, read(last.offset()));
            reading = last;
        }
        return last.offset();
    }

    /** A file that is being replaced or is malformed leaves the offset as it was. */
    private Duration read(Duration before) {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            return before;
        }
    }

    private record Reading(long atMillis, Duration offset) {}
}
