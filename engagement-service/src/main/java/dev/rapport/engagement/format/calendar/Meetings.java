package dev.rapport.engagement.format.calendar;

import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.ReaderSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Turns events into records. A series waits until its calendar ends, so that the occurrences that were moved or cancelled are
 * known; a calendar with more series than fit is worked off as it comes.
 */
final class Meetings {

    /** How far back a series is followed. */
    private static final Duration LOOK_BACK = Duration.ofDays(5 * 365 + 1);

    private static final int MOST_WAITING_TEXT = 1 << 22;
    private static final int MOST_OVERRIDES = 100_000;

    private final ReaderSettings settings;
    private final Zones zones;
    private final Queue<FileRecord> records;
    private final Queue<Event> waiting = new ArrayDeque<>();
    private final Queue<Event> due = new ArrayDeque<>();
    private final Map<String, Set<Instant>> overridden = new HashMap<>();
    private int waitingText;
    private int overrides;

    Meetings(ReaderSettings settings, Zones zones, Queue<FileRecord> records) {
        this.settings = settings;
        this.zones = zones;
        this.records = records;
    }

    /** Takes an event whose text has this length. */
    void take(Event event, int length) {
        var start = Moment.of(event.properties().first("DTSTART"), zones);
        if (start.isEmpty()) {
            boolean isMissing = !event.properties().has("DTSTART");
            records.add(
                    new FileRecord.Faulty(event.line(), "DTSTART", isMissing ? "is missing" : "is no date or time"));
            return;
        }
        Moment.of(event.properties().first("RECURRENCE-ID"), zones)
                .ifPresent(it -> override(event.uid(), it.instant()));
        if (!isMeeting(event, start.get())) {
            return;
        }
        if (!event.isSeries()) {
            single(event, start.get());
            return;
        }
        waiting.add(event);
        waitingText += length;
        if (waitingText > MOST_WAITING_TEXT) {
            finishSeries();
        }
    }

    /** The calendar ends: the series in it are due. */
    void finishSeries() {
        due.addAll(waiting);
        waiting.clear();
        waitingText = 0;
    }

    /** Tells the occurrences of one series that is due; false when there is none. */
    boolean expand() {
        var event = due.poll();
        if (event == null) {
            return false;
        }
        series(event, Moment.of(event.properties().first("DTSTART"), zones).orElseThrow());
        if (due.isEmpty()) {
            overridden.clear();
            overrides = 0;
        }
        return true;
    }

    private void override(String uid, Instant instant) {
        if (overrides++ < MOST_OVERRIDES) {
            overridden.computeIfAbsent(uid, it -> new HashSet<>()).add(instant);
        }
    }

    private boolean isMeeting(Event event, Moment start) {
        var properties = event.properties();
        var attendance = Attendance.of(properties, settings.own());
        if (properties.code("STATUS").equals("CANCELLED")) {
            return ignored(event, IgnoredReason.CANCELLED, "STATUS:CANCELLED");
        }
        if (!attendance.hasOthers()) {
            boolean isFreeDay = start.isDate() && properties.code("TRANSP").equals("TRANSPARENT");
            return isFreeDay
                    ? ignored(event, IgnoredReason.ALL_DAY, "a day that takes no time and names nobody")
                    : ignored(event, IgnoredReason.NOBODY_ELSE, "no person but the member");
        }
        if (attendance.isOwnDeclined()) {
            return ignored(event, IgnoredReason.DECLINED, "the member declined");
        }
        if (attendance.parties().isEmpty()) {
            return ignored(event, IgnoredReason.DECLINED, "everybody else declined");
        }
        boolean isFreeDay = start.isDate() && properties.code("TRANSP").equals("TRANSPARENT");
        return !isFreeDay || ignored(event, IgnoredReason.ALL_DAY, "a day that takes no time");
    }

    private void single(Event event, Moment start) {
        var instant = start.instant();
        if (instant.isAfter(settings.now())) {
            ignored(event, IgnoredReason.NOT_YET, "begins later");
            return;
        }
        var id = Moment.of(event.properties().first("RECURRENCE-ID"), zones)
                .map(it -> event.occurrence(it.instant()))
                .orElseGet(event::uid);
        var attendance = Attendance.of(event.properties(), settings.own());
        found(event, instant, id, attendance, event.seconds(start, zones));
    }

    private void series(Event event, Moment start) {
        var from = settings.now().minus(LOOK_BACK);
        var moved = overridden.getOrDefault(event.uid(), Set.of());
        Occurrences occurrences;
        try {
            occurrences = Occurrences.of(event.properties(), event.isOld(), start, zones, moved, from, settings.now());
        } catch (Occurrences.UnusableRule e) {
            records.add(new FileRecord.Faulty(
                    event.line(), "RRULE", "is no rule of RFC 5545, or repeats more often than every hour"));
            return;
        }
        var attendance = Attendance.of(event.properties(), settings.own());
        var seconds = event.seconds(start, zones);
        occurrences.instants().forEach(it -> found(event, it, event.occurrence(it), attendance, seconds));
        if (occurrences.hasMore()) {
            ignored(event, IgnoredReason.TOO_MANY, "only the latest " + Occurrences.MOST + " occurrences are taken");
        }
        if (occurrences.hasOlder()) {
            ignored(event, IgnoredReason.TOO_OLD, "occurrences of more than five years ago are left out");
        } else if (occurrences.instants().isEmpty()) {
            ignored(event, IgnoredReason.NOT_YET, "no occurrence up to now");
        }
    }

    private void found(Event event, Instant instant, String id, Attendance attendance, Integer seconds) {
        records.add(new FileRecord.Found(event.line(), event.at(instant, id, attendance, seconds, settings.source())));
    }

    private boolean ignored(Event event, IgnoredReason reason, String detail) {
        records.add(new FileRecord.Ignored(event.line(), reason, detail));
        return false;
    }
}
