package dev.rapport.engagement.format.calendar;

import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time zones that a calendar names: those that it defines itself, those of the time zone database, those of Windows (by
 * Unicode's windowsZones), and those whose name says how far they are from UTC.
 */
final class Zones {

    private static final Map<String, String> WINDOWS = windows();
    private static final Pattern OFFSET = Pattern.compile("\\(?(?:UTC|GMT)\\s*([+-])(\\d{1,2}):?(\\d{2})\\)?.*");
    private static final Pattern YEARLY_PART =
            Pattern.compile("FREQ=YEARLY|BYMONTHDAY=[\\d,-]{1,40}|(?!FREQ|BYMONTHDAY)[A-Z]+=[+\\w-]{1,20}|");

    private static final int MOST_OBSERVANCES = 200;
    private static final int MOST = 1_000;

    private final ZoneId floating;
    private final Map<String, String> definitions = new HashMap<>();
    private final Map<String, Zone> known = new HashMap<>();

    /** Zones of a calendar whose times without a zone are of this one. */
    Zones(ZoneId floating) {
        this.floating = floating;
    }

    /** A new calendar begins; it defines zones of its own. */
    void clear() {
        definitions.clear();
        known.clear();
    }

    /** Keeps the definition of a zone until an event names it. */
    void define(Component zone) throws IOException {
        var properties = Properties.of(zone.text(), false);
        var id = properties.text("TZID");
        boolean isSound = zone.isWhole()
                && properties.all("TZOFFSETTO").size() <= MOST_OBSERVANCES
                && properties.all("RRULE").stream().allMatch(it -> isYearly(it.getValue()));
        if (!id.isEmpty() && isSound && definitions.size() < MOST) {
            definitions.put(clean(id), zone.text());
            known.remove(clean(id));
        }
    }

    /** Clocks change once or twice a year; every change is kept in memory, so a rule that means more is none. */
    private static boolean isYearly(String rule) {
        var parts = rule.strip().toUpperCase(Locale.ROOT).split(";");
        return Arrays.asList(parts).contains("FREQ=YEARLY")
                && Arrays.stream(parts).allMatch(it -> YEARLY_PART.matcher(it).matches());
    }

    /** The zone of times that state none. */
    Zone floating() {
        return Zone.of(floating);
    }

    /** The zone of this name; that of floating times when nothing tells what it is. */
    Zone named(String id) {
        var name = clean(id);
        var zone = known.get(name);
        if (zone == null) {
            zone = defined(name).or(() -> byName(name).map(Zone::of)).orElseGet(this::floating);
            if (known.size() < MOST) {
                known.put(name, zone);
            }
        }
        return zone;
    }

    private Optional<Zone> defined(String name) {
        var definition = definitions.get(name);
        if (definition == null) {
            return Optional.empty();
        }
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + definition + "END:VCALENDAR\r\n";
        try (var reader = new ICalReader(text)) {
            var calendar = reader.readNext();
            return calendar == null
                    ? Optional.empty()
                    : calendar.getTimezoneInfo().getTimezones().stream()
                            .map(TimezoneAssignment::getTimeZone)
                            .findFirst()
                            .map(Zone::of);
        } catch (IOException | RuntimeException e) {
            // a definition that makes no sense is none
            return Optional.empty();
        }
    }

    /** A zone by its name alone; programs put a path before it. */
    static Optional<ZoneId> byName(String name) {
        var windows = WINDOWS.get(name.toLowerCase(Locale.ROOT));
        if (windows != null) {
            return database(windows);
        }
        for (var rest = name; !rest.isEmpty(); rest = rest.substring(rest.indexOf('/') + 1)) {
            var zone = database(rest);
            if (zone.isPresent() || rest.indexOf('/') < 0) {
                return zone.or(() -> offset(name));
            }
        }
        return offset(name);
    }

    private static Optional<ZoneId> database(String name) {
        try {
            return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> offset(String name) {
        var match = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var hours = match.group(2).length() == 1 ? "0" + match.group(2) : match.group(2);
        return database(match.group(1) + hours + ":" + match.group(3));
    }

    private static String clean(String id) {
        return id.replace("\"", "").strip();
    }

    private static Map<String, String> windows() {
        try (var in = Zones.class.getResourceAsStream("windows-zones.properties")) {
            var properties = new java.util.Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var zones = new HashMap<String, String>();
            properties.forEach((name, zone) -> zones.put(name.toString().toLowerCase(Locale.ROOT), zone.toString()));
            return Map.copyOf(zones);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
