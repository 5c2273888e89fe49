package dev.rapport.engagement.format.calendar;

import biweekly.util.Duration;
import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An event of a calendar: one occurrence, or the pattern of a series.
 *
 * @param line where it begins
 * @param isOld whether it is of vCalendar 1.0
 */
record Event(long line, Properties properties, boolean isOld) {

    private static final String CHANNEL = "calendar";
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_UID = FoundInteraction.LONGEST_ID - 20;
    private static final long SECONDS_OF_A_DAY = 86_400;

    /** Whether it stands for many occurrences. */
    boolean isSeries() {
        return !isOverride() && (properties.has("RRULE") || properties.has("RDATE"));
    }

    /** Whether it stands for one occurrence of a series that is defined elsewhere. */
    boolean isOverride() {
        return properties.has("RECURRENCE-ID");
    }

    /** Its UID; one made of its content when it has none, or an unusable one. */
    String uid() {
        var uid = properties.text("UID").replaceAll("\\p{Cc}", "");
        if (!uid.isEmpty() && uid.length() <= LONGEST_UID) {
            return uid;
        }
        return FoundInteraction.idOf(
                uid, properties.text("DTSTART"), properties.text("SUMMARY"), properties.text("ORGANIZER"));
    }

    /** The name of the occurrence at this instant. */
    String occurrence(Instant instant) {
        return uid() + "/" + BASIC.format(instant);
    }

    /** The meeting that it is at an instant. */
    FoundInteraction at(Instant instant, String externalId, Attendance attendance, Integer seconds, String source) {
        return new FoundInteraction(
                InteractionKind.MEETING,
                Direction.MUTUAL,
                attendance.parties(),
                instant,
                seconds,
                CHANNEL,
                Excerpt.line(properties.text("SUMMARY"), FoundInteraction.LONGEST_SUBJECT),
                Excerpt.line(properties.text("DESCRIPTION"), FoundInteraction.LONGEST_EXCERPT),
                source,
                externalId);
    }

    /** How long it takes, in seconds: by DTEND or by DURATION; a day when its start is one; null when it does not say. */
    Integer seconds(Moment start, Zones zones) {
        var end = Moment.of(properties.first("DTEND"), zones);
        if (end.isPresent()) {
            return bounded(
                    end.get().instant().getEpochSecond() - start.instant().getEpochSecond());
        }
        var stated = stated();
        return stated.isPresent() || !start.isDate()
                ? stated.map(Event::bounded).orElse(null)
                : bounded(SECONDS_OF_A_DAY);
    }

    private Optional<Long> stated() {
        var duration = properties.text("DURATION");
        if (duration.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(duration).toMillis() / 1000);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Integer bounded(long seconds) {
        return seconds < 0 || seconds > FoundInteraction.LONGEST_SECONDS ? null : (Integer) (int) seconds;
    }
}
