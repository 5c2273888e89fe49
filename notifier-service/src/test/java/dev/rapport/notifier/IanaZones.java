package dev.rapport.notifier;

import java.time.ZoneId;
import java.util.List;

/** The time zones of the world. */
public final class IanaZones {

    private IanaZones() {}

    /** All of them, in the order of their names; without those that the calendar library of the tests adds. */
    public static List<ZoneId> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> !zone.getId().startsWith("ical4j"))
                .toList();
    }
}
