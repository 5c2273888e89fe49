package dev.rapport.engagement.format.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.Party;
import dev.rapport.engagement.format.Reading;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {

    private static final String ANN = "ATTENDEE;CN=\"Lee, Ann\":mailto:Ann@example.org\n";
    private static final String START = "DTSTART:20260301T100000Z\n";

    @Test
    void shouldTellAMeetingWithThosePeopleWhoTookPart() {
        var found = one(START + "DTEND:20260301T113000Z\nSUMMARY:Lunch\\, at last\nDESCRIPTION:at\\nours\n"
                + "ORGANIZER;CN=Bo:MAILTO:bo@example.org\n" + ANN
                + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\n"
                + "ATTENDEE;PARTSTAT=DECLINED:mailto:cy@example.org\n"
                + "ATTENDEE;CUTYPE=ROOM:mailto:room1@example.org\n");

        assertThat(found)
                .isEqualTo(new FoundInteraction(
                        InteractionKind.MEETING,
                        Direction.MUTUAL,
                        List.of(
                                new Party(null, "ann@example.org", "Lee, Ann"),
                                new Party(null, "bo@example.org", "Bo")),
                        Instant.parse("2026-03-01T10:00:00Z"),
                        5400,
                        "calendar",
                        "Lunch, at last",
                        "at ours",
                        "test",
                        "u1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "20260301T100000Z                                        | 2026-03-01T10:00:00Z",
                "TZID=America/New_York:20260301T100000                   | 2026-03-01T15:00:00Z",
                "TZID=\"Pacific Standard Time\":20260301T100000          | 2026-03-01T18:00:00Z",
                "TZID=/softwarestudio.org/Tzfile/America/Chicago:20260301T100000 | 2026-03-01T16:00:00Z",
                "TZID=\"(UTC-05:00) Eastern Time (US & Canada)\":20260301T100000 | 2026-03-01T15:00:00Z",
                "20260301T100000                                         | 2026-03-01T09:00:00Z",
                "TZID=Nowhere:20260301T100000                            | 2026-03-01T09:00:00Z",
                "TZID=Own Zone:20260301T100000                           | 2026-03-01T07:00:00Z",
                "TZID=Own Zone:20260701T100000                           | 2026-07-01T06:00:00Z",
                "VALUE=DATE:20260301                                     | 2026-02-28T23:00:00Z",
                "TZID=Europe/Berlin:20260329T023000                      | 2026-03-29T01:30:00Z",
                "TZID=Europe/Berlin:20251026T023000                      | 2025-10-26T00:30:00Z"
            })
    void shouldReadTimesOfAllZones(String start, String expected) {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Own Zone
                BEGIN:STANDARD
                DTSTART:20001029T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0400
                TZOFFSETTO:+0300
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:20000326T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                TZOFFSETFROM:+0300
                TZOFFSETTO:+0400
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        var property = "DTSTART" + (start.startsWith("2") ? ":" : ";") + start + "\n";

        assertThat(Reading.found(calendar(zone + event(property + ANN))).get(0).occurredAt())
                .hasToString(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                   | nobody_else",
                "ATTENDEE:mailto:me@example.org                                     | nobody_else",
                "ATTENDEE;CUTYPE=RESOURCE:mailto:x@example.org                      | nobody_else",
                "ATTENDEE:mailto:ann@example.org~STATUS:CANCELLED                   | cancelled",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org                  | declined",
                "ATTENDEE:mailto:ann@example.org~ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org | declined",
                "ATTENDEE;EMAIL=ann@example.org:urn:uuid:1                          | meeting MUTUAL ann@example.org 2026-03-01T10:00:00Z",
                "ATTENDEE:ann@example.org                                           | meeting MUTUAL ann@example.org 2026-03-01T10:00:00Z",
                "ATTENDEE;ROLE=OWNER:Ann Lee <ann@example.org>                      | meeting MUTUAL ann@example.org 2026-03-01T10:00:00Z"
            })
    void shouldKeepOutWhatIsNoMeeting(String properties, String expected) {
        var text = properties == null ? "" : properties.replace("~", "\n") + "\n";

        assertThat(calendar(event(START + text)).stream().map(Reading::brief)).containsExactly(expected);
    }

    @Test
    void shouldKeepOutWhatLiesAheadAndWhatIsNoEvent() {
        assertThat(Reading.reasons(calendar(event("DTSTART:20270301T100000Z\n" + ANN))))
                .containsExactly(IgnoredReason.NOT_YET);
        assertThat(Reading.reasons(calendar(event("DTSTART;VALUE=DATE:20260301\nTRANSP:TRANSPARENT\n" + ANN))))
                .containsExactly(IgnoredReason.ALL_DAY);
        assertThat(Reading.reasons(calendar("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n")))
                .containsExactly(IgnoredReason.NO_EVENT);
        assertThat(Reading.reasons(calendar("METHOD:REPLY\n" + event(START + ANN))))
                .containsExactly(IgnoredReason.NO_EVENT);
        assertThat(Reading.reasons(calendar("METHOD:CANCEL\n" + event(START + ANN))))
                .containsExactly(IgnoredReason.CANCELLED);
    }

    @Test
    void shouldExpandASeriesWithItsExceptionsUpToNow() {
        var series = "DTSTART;TZID=Europe/Berlin:20260304T100000\nRRULE:FREQ=WEEKLY;COUNT=6\n"
                + "EXDATE;TZID=Europe/Berlin:20260311T100000\nRDATE;TZID=Europe/Berlin:20260305T090000\n" + ANN;
        var moved =
                "RECURRENCE-ID;TZID=Europe/Berlin:20260318T100000\nDTSTART;TZID=Europe/Berlin:20260319T150000\n" + ANN;
        var cancelled = "RECURRENCE-ID;TZID=Europe/Berlin:20260325T100000\n"
                + "DTSTART;TZID=Europe/Berlin:20260325T100000\nSTATUS:CANCELLED\n" + ANN;

        var records = calendar(event(series) + event(moved) + event(cancelled));

        assertThat(Reading.found(records))
                .extracting(it -> it.occurredAt() + " " + it.externalId())
                .containsExactlyInAnyOrder(
                        "2026-03-04T09:00:00Z u1/20260304T090000Z",
                        "2026-03-05T08:00:00Z u1/20260305T080000Z",
                        "2026-03-19T14:00:00Z u1/20260318T090000Z",
                        "2026-04-01T08:00:00Z u1/20260401T080000Z",
                        "2026-04-08T08:00:00Z u1/20260408T080000Z");
        assertThat(Reading.reasons(records)).containsExactly(IgnoredReason.CANCELLED);
    }

    @Test
    void shouldTellTheLatestOccurrencesOnlyWhenASeriesIsLong() {
        var records = calendar(event("DTSTART:19900101T100000Z\nRRULE:FREQ=DAILY\n" + ANN));

        assertThat(Reading.found(records)).hasSize(1000);
        assertThat(Reading.found(records).get(999).occurredAt()).hasToString("2026-11-25T10:00:00Z");
        assertThat(Reading.reasons(records)).containsExactly(IgnoredReason.TOO_MANY, IgnoredReason.TOO_OLD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FREQ=SECONDLY", "FREQ=FOO", "FREQ=DAILY;UNTIL=never", "FREQ=DAILY;INTERVAL=2147483647"})
    void shouldFaultARuleThatNoMeetingFollows(String rule) {
        assertThat(calendar(event(START + "RRULE:" + rule + "\n" + ANN)).stream()
                        .map(Reading::brief))
                .containsExactly("faulty RRULE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30"})
    void shouldEndWhenARuleNeverComesTrue(String rule) {
        assertThat(calendar(event(START + "RRULE:" + rule + "\n" + ANN)).stream()
                        .map(Reading::brief))
                .containsExactly("meeting MUTUAL ann@example.org 2026-03-01T10:00:00Z");
    }

    @Test
    void shouldReadOnWhenAnEventIsFaulty() {
        var text = "BEGIN:VEVENT\nUID:cut\n" + event("UID:no start\n" + ANN) + event("DTSTART:tomorrow\n" + ANN)
                + event(START + ANN);

        assertThat(calendar(text).stream().map(Reading::brief))
                .containsExactly(
                        "faulty VEVENT",
                        "faulty DTSTART",
                        "faulty DTSTART",
                        "meeting MUTUAL ann@example.org 2026-03-01T10:00:00Z");
    }

    @Test
    void shouldSayWhenAFileIsNoCalendar() {
        assertThat(Reading.records(FileFormat.ICALENDAR, "hello\n").stream().map(Reading::brief))
                .containsExactly("faulty icalendar");
    }

    private static FoundInteraction one(String properties) {
        return Reading.found(calendar(event(properties))).get(0);
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT\nUID:u1\n" + properties + "BEGIN:VALARM\nDESCRIPTION:x\nEND:VALARM\nEND:VEVENT\n";
    }

    private static List<FileRecord> calendar(String components) {
        return Reading.records(
                FileFormat.ICALENDAR,
                ("BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n").replace("\n", "\r\n"));
    }
}
