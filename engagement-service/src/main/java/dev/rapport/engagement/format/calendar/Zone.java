package dev.rapport.engagement.format.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** What the clocks of a place show. */
@FunctionalInterface
interface Zone {

    /** The instant of a local time: in a gap the later one, in an overlap the earlier one (RFC 5545 section 3.3.5). */
    Instant at(LocalDateTime local);

    /** A zone of the time zone database. */
    static Zone of(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }

    /** A zone that a calendar defines. */
    static Zone of(TimeZone zone) {
        return local -> {
            long wall = local.toInstant(ZoneOffset.UTC).toEpochMilli();
            long before = offset(zone, wall - 86_400_000L);
            long after = offset(zone, wall + 86_400_000L);
            long earlier = wall - Math.max(before, after);
            long later = wall - Math.min(before, after);
            if (offset(zone, earlier) == wall - earlier) {
                return Instant.ofEpochMilli(earlier);
            }
            return offset(zone, later) == wall - later
                    ? Instant.ofEpochMilli(later)
                    : Instant.ofEpochMilli(wall - before);
        };
    }

    private static long offset(TimeZone zone, long instant) {
        return zone.getOffset(instant);
    }
}
