package dev.rapport.engagement.format.calendar;

import dev.rapport.engagement.format.EngagementFileReader;
import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.ReaderSettings;
import dev.rapport.engagement.format.TextLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;

/** Reads calendars component by component and tells which meetings took place. */
public final class CalendarReader implements EngagementFileReader {

    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_DETAIL = 50;

    /** Methods of messages about events (RFC 5546) that tell of no event themselves. */
    private static final Set<String> ANSWERS = Set.of("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER");

    private final Components components;
    private final Zones zones;
    private final Queue<FileRecord> pending = new ArrayDeque<>();
    private final Meetings meetings;
    private String method = "";
    private boolean isOld;
    private boolean isAtEnd;
    private boolean isAnyFound;

    private CalendarReader(Components components, ReaderSettings settings) {
        this.components = components;
        this.zones = new Zones(settings.zone());
        this.meetings = new Meetings(settings, zones, pending);
    }

    /** Reads a file. */
    public static CalendarReader of(InputStream file, ReaderSettings settings) throws IOException {
        return new CalendarReader(new Components(new TextLines(file, LONGEST_LINE)), settings);
    }

    @Override
    public FileRecord next() throws IOException {
        while (pending.isEmpty() && (meetings.expand() || !isAtEnd)) {
            if (pending.isEmpty()) {
                readOn();
            }
        }
        return pending.poll();
    }

    @Override
    public void close() throws IOException {
        components.close();
    }

    private void readOn() throws IOException {
        var component = components.next();
        if (component != null) {
            isAnyFound = true;
            take(component);
            return;
        }
        isAtEnd = true;
        meetings.finishSeries();
        if (!isAnyFound) {
            pending.add(new FileRecord.Faulty(1, "icalendar", "no calendar begins in this file"));
        }
    }

    private void take(Component component) throws IOException {
        switch (component.name()) {
            case Components.CALENDAR -> begin(component);
            case "END:" + Components.CALENDAR -> meetings.finishSeries();
            case "VTIMEZONE" -> zones.define(component);
            case "VEVENT" -> event(component);
            default ->
                pending.add(new FileRecord.Ignored(
                        component.line(),
                        IgnoredReason.NO_EVENT,
                        "a component " + Excerpt.cut(component.name(), LONGEST_DETAIL)));
        }
    }

    private void begin(Component calendar) throws IOException {
        meetings.finishSeries();
        zones.clear();
        var properties = Properties.of(calendar.text(), false);
        method = properties.code("METHOD");
        isOld = properties.text("VERSION").equals("1.0");
    }

    private void event(Component component) throws IOException {
        if (!component.isWhole()) {
            pending.add(new FileRecord.Faulty(component.line(), "VEVENT", "the event has no END:VEVENT"));
        } else if (ANSWERS.contains(method)) {
            pending.add(new FileRecord.Ignored(
                    component.line(), IgnoredReason.NO_EVENT, "METHOD:" + method.toUpperCase(Locale.ROOT)));
        } else if (method.equals("CANCEL")) {
            pending.add(new FileRecord.Ignored(component.line(), IgnoredReason.CANCELLED, "METHOD:CANCEL"));
        } else {
            meetings.take(
                    new Event(component.line(), Properties.of(component.text(), isOld), isOld),
                    component.text().length());
        }
    }
}
