package dev.rapport.engagement.format.calendar;

import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateTimeValueImpl;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.TimeValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** The instants at which a series took place within a period: RRULE, RDATE, EXDATE, EXRULE (RFC 5545 section 3.8.5). */
final class Occurrences {

    /** The most occurrences that are told of a series: the latest ones. */
    static final int MOST = 1_000;

    private static final int MOST_STEPS = 100_000;
    private static final int LAST_YEAR = 9999;
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private final Moment start;
    private final Instant from;
    private final Instant to;
    private final TreeSet<Instant> found = new TreeSet<>();
    private boolean hasOlder;
    private boolean hasMore;

    private Occurrences(Moment start, Instant from, Instant to) {
        this.start = start;
        this.from = from;
        this.to = to;
    }

    /**
     * Expands a series.
     *
     * @param overridden the occurrences that events of their own stand for
     * @throws UnusableRule when a rule cannot be read, or leads nowhere
     */
    static Occurrences of(
            Properties event,
            boolean isOld,
            Moment start,
            Zones zones,
            Set<Instant> overridden,
            Instant from,
            Instant to) {
        var series = new Occurrences(start, from, to);
        try {
            series.expand(event, isOld, zones, overridden);
        } catch (RuntimeException e) {
            // the library expects rules that make sense
            throw new UnusableRule(e);
        }
        return series;
    }

    /** The latest occurrences of the period, in order. */
    List<Instant> instants() {
        return List.copyOf(found);
    }

    /** Whether there are some before the period. */
    boolean hasOlder() {
        return hasOlder;
    }

    /** Whether there are more in the period. */
    boolean hasMore() {
        return hasMore;
    }

    private void expand(Properties event, boolean isOld, Zones zones, Set<Instant> overridden) {
        var left = dates(event, "EXDATE", zones);
        left.addAll(overridden);
        Rules.of(event, "EXRULE", isOld).forEach(rule -> instants(rule, left, Set.of()));
        if (!left.contains(start.instant())) {
            add(found, start.instant());
        }
        dates(event, "RDATE", zones).stream().filter(it -> !left.contains(it)).forEach(it -> add(found, it));
        Rules.of(event, "RRULE", isOld).forEach(rule -> instants(rule, found, left));
    }

    private void instants(Recurrence rule, Set<Instant> into, Set<Instant> left) {
        var until = until(rule.getUntil());
        var endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        var iterator = RecurrenceIteratorFactory.createRecurrenceIterator(endless, value(start.local()), UTC);
        if (start.instant().isBefore(from)) {
            hasOlder = true;
            iterator.advanceTo(
                    value(LocalDateTime.ofInstant(from, ZoneOffset.UTC).minusDays(2)));
        }
        for (int step = 0; step < MOST_STEPS && iterator.hasNext(); step++) {
            var next = iterator.next();
            if (next.year() > LAST_YEAR || next.year() < 0) {
                return;
            }
            var instant = start.zone().at(local(next));
            if (instant.isAfter(to) || instant.isAfter(until)) {
                return;
            }
            if (!left.contains(instant)) {
                add(into, instant);
            }
        }
    }

    /** Only the latest are kept, so that a series of any length needs little room. */
    private void add(Set<Instant> into, Instant instant) {
        hasOlder |= instant.isBefore(from);
        if (!instant.isBefore(from) && !instant.isAfter(to)) {
            into.add(instant);
        }
        if (into == found && found.size() > MOST) {
            found.pollFirst();
            hasMore = true;
        }
    }

    private Instant until(ICalDate date) {
        if (date == null) {
            return Instant.MAX;
        }
        var raw = date.getRawComponents();
        if (raw == null) {
            return date.toInstant();
        }
        var local = LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), 0, 0);
        if (!date.hasTime()) {
            return start.zone().at(local.plusDays(1)).minusSeconds(1);
        }
        var time = local.plusHours(raw.getHour()).plusMinutes(raw.getMinute()).plusSeconds(raw.getSecond());
        return raw.isUtc() ? time.toInstant(ZoneOffset.UTC) : start.zone().at(time);
    }

    /** The dates of RDATE or EXDATE; a day without a time stands for the occurrence of that day. */
    private Set<Instant> dates(Properties event, String name, Zones zones) {
        var dates = new HashSet<Instant>();
        for (var property : event.all(name)) {
            for (var value : property.getValue().split("[,;]", -1)) {
                var moment = Moment.of(value.split("/", 2)[0], Properties.parameter(property, "TZID"), zones);
                moment.map(it -> it.isDate() && !start.isDate()
                                ? start.zone()
                                        .at(it.local()
                                                .toLocalDate()
                                                .atTime(start.local().toLocalTime()))
                                : it.instant())
                        .ifPresent(dates::add);
            }
        }
        return dates;
    }

    /** A rule that no series can follow. */
    static final class UnusableRule extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableRule(RuntimeException cause) {
            super(cause);
        }
    }

    private static DateValue value(LocalDateTime local) {
        return new DateTimeValueImpl(
                local.getYear(),
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                local.getSecond());
    }

    private static LocalDateTime local(DateValue value) {
        var date = LocalDateTime.of(value.year(), value.month(), value.day(), 0, 0);
        return value instanceof TimeValue time
                ? date.withHour(time.hour()).withMinute(time.minute()).withSecond(time.second())
                : date;
    }
}
