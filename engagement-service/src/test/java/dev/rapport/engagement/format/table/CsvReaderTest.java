package dev.rapport.engagement.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.format.CsvMapping;
import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.Party;
import dev.rapport.engagement.format.Reading;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {

    @Test
    void shouldKnowColumnsByTheirUsualNames() {
        var csv = """
                Date;Type;Direction;E-Mail;Name;Subject;Notes;Duration;ID
                2026-03-01 10:00;Phone call;Outgoing;Bo@Example.org;Bo Lee;"Offer; new";"two
                lines";5 min;c-1
                """;

        assertThat(Reading.found(read(csv)))
                .containsExactly(new FoundInteraction(
                        InteractionKind.CALL,
                        Direction.OUTBOUND,
                        List.of(new Party(null, "bo@example.org", "Bo Lee")),
                        Instant.parse("2026-03-01T09:00:00Z"),
                        300,
                        null,
                        "Offer; new",
                        "two lines",
                        "test",
                        "c-1"));
    }

    @Test
    void shouldReadACallLog() {
        var csv = """
                number,name,date,duration,type
                +4930123456,Bo,1772355600000,65,2
                +4930123456,Bo,1772355600000,0:30,incoming
                +4930123456,Bo,1772355600000,0,missed
                030 123456,Bo,1772355600000,9,outgoing
                """;

        assertThat(read(csv).stream().map(Reading::brief))
                .containsExactly(
                        "call OUTBOUND +4930123456 2026-03-01T09:00:00Z",
                        "call INBOUND +4930123456 2026-03-01T09:00:00Z",
                        "missed",
                        "faulty phone");
    }

    @Test
    void shouldFollowAMappingByNameAndByPosition() {
        var byName = new CsvMapping(
                Map.of("Wann", "occurredAt", "wer", "address"), InteractionKind.MESSAGE, Direction.INBOUND);
        var byPosition =
                new CsvMapping(Map.of("1", "occurredAt", "3", "email"), InteractionKind.EMAIL, Direction.OUTBOUND);

        assertThat(read("Export\n\nwann,WER,x\n2026-03-01T10:00:00Z,linkedin:Bo,y\n", byName).stream()
                        .map(Reading::brief))
                .containsExactly("message INBOUND linkedin:bo 2026-03-01T10:00:00Z");
        assertThat(read("2026-03-01T10:00:00Z\tx\tbo@example.org\n", byPosition).stream()
                        .map(Reading::brief))
                .containsExactly("email OUTBOUND bo@example.org 2026-03-01T10:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T10:00:00Z           | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00+02:00      | 2026-03-01T08:00:00Z",
                "2026-03-01 10:00:00 UTC        | 2026-03-01T10:00:00Z",
                "2026-03-01                     | 2026-02-28T23:00:00Z",
                "01.03.2026 10:00               | 2026-03-01T09:00:00Z",
                "3/1/2026 1:05 PM               | 2026-03-01T12:05:00Z",
                "3/1/26                         | 2026-02-28T23:00:00Z",
                "25/12/2025 10:00               | 2025-12-25T09:00:00Z",
                "1772355600                     | 2026-03-01T09:00:00Z",
                "1772355600000                  | 2026-03-01T09:00:00Z",
                "Sun, 1 Mar 2026 10:00:00 +0100 | 2026-03-01T09:00:00Z",
                "'Mar 1, 2026, 10:00:00 AM'     | 2026-03-01T09:00:00Z",
                "1 March 2026                   | 2026-02-28T23:00:00Z"
            })
    void shouldReadDatesAsProgramsWriteThem(String date, String expected) {
        var csv = "date,kind,direction,email\n\"" + date.replace("'", "") + "\",call,out,bo@example.org\n";

        assertThat(Reading.found(read(csv)))
                .extracting(it -> it.occurredAt().toString())
                .containsExactly(expected);
    }

    @Test
    void shouldPutTheDayFirstInAllRowsWhenOneRowShowsIt() {
        var csv = "date,kind,email\n3/4/2026,call,bo@example.org\n25/12/2025,call,bo@example.org\n";

        assertThat(Reading.found(read(csv)).get(0).occurredAt()).hasToString("2026-04-02T22:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x,call,out,bo@example.org,1              | faulty occurredAt",
                ",call,out,bo@example.org,1               | faulty occurredAt",
                "2026-03-01,dance,out,bo@example.org,1    | faulty kind",
                "2026-03-01,,out,bo@example.org,1         | faulty kind",
                "2026-03-01,call,up,bo@example.org,1      | faulty direction",
                "2026-03-01,email,,bo@example.org,1       | faulty direction",
                "2026-03-01,call,out,bo,1                 | faulty email",
                "2026-03-01,call,out,,1                   | faulty address",
                "2026-03-01,call,out,bo@example.org,long  | faulty duration",
                "2026-03-01,call,out,me@example.org,1     | nobody_else",
                "2027-03-01,call,out,bo@example.org,1     | not_yet",
                "2026-03-01,meeting,,bo@example.org,1     | meeting MUTUAL bo@example.org 2026-02-28T23:00:00Z",
                "2026-03-01,call,out,bo@example.org;cy@example.org,1 | call OUTBOUND bo@example.org+cy@example.org 2026-02-28T23:00:00Z"
            })
    void shouldNameTheColumnAtFault(String row, String expected) {
        assertThat(read("date,kind,direction,email,duration\n" + row + "\n").stream()
                        .map(Reading::brief))
                .containsExactly(expected);
    }

    @Test
    void shouldLoseOneRowOnlyWhenAQuoteIsNeverClosed() {
        var csv = "date,kind,email\n2026-03-01,call,\"bo@example.org\n2026-03-02,call,bo@example.org\n";

        assertThat(read(csv).stream().map(Reading::brief))
                .containsExactly("faulty csv", "call MUTUAL bo@example.org 2026-03-01T23:00:00Z");
    }

    @Test
    void shouldReadOtherEncodings() {
        var csv = "date,kind,email,subject\n2026-03-01,call,bo@example.org,Grüße\n";

        for (var charset :
                List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThat(Reading.found(Reading.records(FileFormat.CSV, csv.getBytes(charset), CsvMapping.NONE)))
                    .as(charset.name())
                    .extracting(FoundInteraction::subject)
                    .containsExactly("Grüße");
        }
    }

    @Test
    void shouldSayWhenNoHeaderTellsWhatTheColumnsMean() {
        assertThat(read("a,b\n1,2\n").stream().map(Reading::brief)).containsExactly("faulty csv");
        assertThat(read("")).isEmpty();
    }

    private static List<FileRecord> read(String csv) {
        return read(csv, CsvMapping.NONE);
    }

    private static List<FileRecord> read(String csv, CsvMapping mapping) {
        return Reading.records(FileFormat.CSV, csv.getBytes(StandardCharsets.UTF_8), mapping);
    }
}
