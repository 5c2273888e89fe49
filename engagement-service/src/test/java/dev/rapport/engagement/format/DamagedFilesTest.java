package dev.rapport.engagement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Files that were cut off or damaged: the reading always comes to its end, and what stands before the damage stays what it was. */
class DamagedFilesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private static final String MESSAGE = """
            From ann@example.org Fri Jul  8 12:08:34 2011
            From: =?utf-8?q?Ann_L=C3=A9e?= <ann@example.org>
            To: "Me, myself" <me@example.org>, team: bo@example.org, (cy) cy@example.org;
            Date: Fri, 8 Jul 2011 12:08:34 +0200
            Subject: number %d
            Message-ID: <%<d@example.org>
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            > quoted
            --b
            Content-Type: text/html

            <p>Gr&uuml;&szlig;e</p>
            --b--

            """;

    private static final String EVENT = """
            BEGIN:VEVENT
            UID:%d
            DTSTART;TZID="W. Europe Standard Time":20260301T100000
            DURATION:PT1H
            SUMMARY:number %<d
            ATTENDEE;CN="Lee, Ann";PARTSTAT=ACCEPTED:mailto:ann@
             example.org
            BEGIN:VALARM
            TRIGGER:-PT5M
            END:VALARM
            END:VEVENT
            """;

    private static final String ROW =
            "2026-03-01 10:%02d;call;out;\"ann@example.org\";\"Offer; \"\"new\"\"\nline\";5 min\n";

    private static final String PROFILE = "https://www.linkedin.com/in/";

    private static final String LINE = "{\"address\":\"ann@example.org\",\"kind\":\"call\",\"direction\":\"INBOUND\","
            + "\"occurredAt\":\"2026-03-01T10:00:00Z\",\"subject\":\"number %d\"}\n";

    private static final Map<FileFormat, List<String>> PARTS = Map.of(
            FileFormat.MBOX, parts("", MESSAGE),
            FileFormat.ICALENDAR, parts("BEGIN:VCALENDAR\nVERSION:2.0\n", EVENT),
            FileFormat.CSV, parts("date;kind;direction;email;subject;duration\n", ROW),
            FileFormat.LINKEDIN_MESSAGES,
                    parts(
                            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n",
                            "c,Ann," + PROFILE + "ann,Me," + PROFILE + "me,2026-03-01 10:%02d:00 UTC,\"Hi\nthere\"\n"),
            FileFormat.NDJSON, parts("", LINE));

    @Property(tries = 200)
    void shouldTellTheSameOfWhatStandsBeforeTheCut(
            @ForAll FileFormat format, @ForAll @IntRange(max = 100_000) int position) {
        Assume.that(PARTS.containsKey(format));
        var parts = PARTS.get(format);
        var whole = String.join("", parts).getBytes(StandardCharsets.UTF_8);
        int cut = position % (whole.length + 1);

        var expected = read(format, whole);
        var actual = read(format, Arrays.copyOf(whole, cut));

        int sound = soundRecords(parts, cut);
        assertThat(expected).hasSize(parts.size() - 1).allMatch(it -> it instanceof FileRecord.Found);
        assertThat(actual).hasSizeBetween(sound, sound + 2);
        assertThat(actual.subList(0, sound)).isEqualTo(expected.subList(0, sound));
    }

    @Property(tries = 300)
    void shouldComeToAnEndWhenBytesAreDamaged(
            @ForAll FileFormat format,
            @ForAll long seed,
            @ForAll @Size(max = 8) List<@IntRange(max = 5) Integer> damages) {
        var like = PARTS.getOrDefault(format, PARTS.get(FileFormat.MBOX));
        var damaged = String.join("", like).getBytes(StandardCharsets.UTF_8);
        var random = new Random(seed);
        for (int damage : damages) {
            damaged = damaged(damaged, damage, random);
        }

        assertThat(read(format, damaged)).doesNotContainNull();
    }

    @Property(tries = 100)
    void shouldComeToAnEndWhateverTheFormatIsToldToBe(@ForAll FileFormat told, @ForAll FileFormat real) {
        var like = PARTS.getOrDefault(real, PARTS.get(FileFormat.MBOX));

        assertThat(read(told, String.join("", like).getBytes(StandardCharsets.UTF_8)))
                .doesNotContainNull();
    }

    private static List<FileRecord> read(FileFormat format, byte[] file) {
        return Assertions.assertTimeoutPreemptively(
                LONG_ENOUGH, () -> Reading.records(format, file, CsvMapping.NONE, Reading.ME, "linkedin:me"));
    }

    /** How many records are complete before the cut, with a line of the next one or the end to show that they are. */
    private static int soundRecords(List<String> parts, int cut) {
        int length = 0;
        int sound = -1;
        for (var part : parts) {
            length += part.getBytes(StandardCharsets.UTF_8).length;
            sound += length <= cut ? 1 : 0;
        }
        return Math.max(sound, 0);
    }

    private static byte[] damaged(byte[] file, int damage, Random random) {
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(40));
        var before = Arrays.copyOf(file, from);
        var part = Arrays.copyOfRange(file, from, to);
        var after = Arrays.copyOfRange(file, to, file.length);
        return switch (damage) {
            case 0 -> joined(before, after, new byte[] {'\n'});
            case 1 -> joined(before, part, part, after);
            case 2 -> joined(before, after, part);
            case 3 -> {
                random.nextBytes(part);
                yield joined(before, part, after);
            }
            case 4 -> joined(before, "\r\"<(=?:;,\u0000".getBytes(StandardCharsets.UTF_8), after);
            default ->
                joined(
                        before,
                        part,
                        new String(file, StandardCharsets.ISO_8859_1)
                                .replace("\n", "\r")
                                .getBytes(StandardCharsets.ISO_8859_1));
        };
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static List<String> parts(String head, String record) {
        var parts = new ArrayList<String>();
        parts.add(head);
        for (int i = 1; i <= 6; i++) {
            parts.add(String.format(record, i));
        }
        return parts;
    }
}
