package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;

/** Whatever happened to a file, what stood before and after the damage is read. */
class MangledFilesTest {

    @Property(tries = 400)
    void shouldReadTheOthersWhenBytesOfOneRecordAreChanged(
            @ForAll ContactFormat format,
            @ForAll @IntRange(max = SampleFile.CONTACTS - 1) int victim,
            @ForAll @Size(min = 1, max = 8) List<Byte> values,
            @ForAll long seed)
            throws IOException {
        // Given
        var sample = SampleFile.of(format);
        var bytes = sample.file().clone();
        var random = new Random(seed);
        int begin = victim == 0 ? sample.start() : sample.ends().get(victim - 1);
        for (byte value : values) {
            bytes[begin + random.nextInt(sample.textEnd(victim) - begin)] = value;
        }

        // When
        var names = names(format, bytes);

        // Then
        assertThat(names).containsAll(SampleFile.namesBut(victim));
    }

    /** Few bytes that are no UTF-8 once made all of their line look Chinese, where two bytes are one letter. */
    @Property(tries = 200)
    void shouldReadTheNextCardWhenTheLineBreakBeforeItBecomesALetter(
            @ForAll @IntRange(max = SampleFile.CONTACTS - 2) int victim,
            @ForAll @ByteRange(min = Byte.MIN_VALUE, max = -1) byte letter,
            @ForAll @IntRange(max = 6) int others,
            @ForAll long seed)
            throws IOException {
        var sample = SampleFile.of(ContactFormat.JSCONTACT);
        int begin = victim == 0 ? sample.start() : sample.ends().get(victim - 1);
        var file = new String(sample.file(), StandardCharsets.ISO_8859_1);
        int created = file.indexOf("\"created\":\"", begin) + 11;
        var random = new Random(seed);
        for (int i = 0; i < others; i++) {
            sample.file()[created + random.nextInt(20)] = letter;
        }
        sample.file()[sample.textEnd(victim)] = letter;

        assertThat(names(ContactFormat.JSCONTACT, sample.file())).containsAll(SampleFile.namesBut(victim));
    }

    @Property(tries = 300)
    void shouldReadTheOthersWhenALineOfOneRecordIsLost(
            @ForAll ContactFormat format,
            @ForAll @IntRange(max = SampleFile.CONTACTS - 1) int victim,
            @ForAll long seed)
            throws IOException {
        // Given
        var sample = SampleFile.of(format);
        int begin = victim == 0 ? sample.start() : sample.ends().get(victim - 1);
        int end = sample.ends().get(victim);
        var lines = new String(sample.file(), begin, end - begin, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        lines[new Random(seed).nextInt(lines.length)] = "";
        var bytes = new ByteArrayOutputStream();
        bytes.write(sample.file(), 0, begin);
        bytes.write(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(sample.file(), end, sample.file().length - end);

        // When
        var names = names(format, bytes.toByteArray());

        // Then
        assertThat(names).containsAll(SampleFile.namesBut(victim));
    }

    @Property(tries = 100)
    void shouldReadTheNextRecordWhenTheLineBreakBeforeItIsLost(
            @ForAll ContactFormat format,
            @ForAll @IntRange(max = SampleFile.CONTACTS - 1) int victim,
            @ForAll byte value)
            throws IOException {
        // A row of CSV then has another first cell.
        Assume.that(format != ContactFormat.CSV);
        var sample = SampleFile.of(format);
        sample.file()[sample.ends().get(victim) - 1] = value;

        assertThat(names(format, sample.file())).containsAll(SampleFile.namesBut(victim));
    }

    @Example
    void shouldReadTheNextRecordWhenABraceStandsInPlaceOfTheLineBreakBeforeIt() throws IOException {
        for (int victim = 0; victim < SampleFile.CONTACTS; victim++) {
            shouldReadTheNextRecordWhenTheLineBreakBeforeItIsLost(ContactFormat.NDJSON, victim, (byte) '{');
        }
    }

    @Property(tries = 300)
    void shouldReadAllWholeRecordsWhenTheFileIsCutOff(@ForAll ContactFormat format, @ForAll long seed)
            throws IOException {
        // Given
        var sample = SampleFile.of(format);
        int length = sample.start() + new Random(seed).nextInt(sample.file().length - sample.start());

        // When
        var names = names(format, Arrays.copyOf(sample.file(), length));

        // Then
        long whole = sample.ends().stream().filter(end -> end <= length).count();
        for (int i = 0; i < whole; i++) {
            assertThat(names).contains("Name " + i);
        }
    }

    @Property(tries = 200)
    void shouldNotFailWhenPiecesOfFilesAreStuckTogether(@ForAll ContactFormat format, @ForAll long seed)
            throws IOException {
        // Given
        var random = new Random(seed);
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < 8; i++) {
            var piece = SampleFile.of(ContactFormat.values()[random.nextInt(4)]).file();
            int begin = random.nextInt(piece.length);
            file.write(piece, begin, random.nextInt(piece.length - begin));
        }

        // When
        var records = read(format, file.toByteArray());

        // Then
        assertThat(records).allMatch(it -> it.isUsable() || !it.faults().isEmpty());
    }

    @Property(tries = 300)
    void shouldNotFailWhenTheFileIsNoise(@ForAll ContactFormat format, @ForAll byte[] bytes) throws IOException {
        assertThat(read(format, bytes))
                .allMatch(it -> it.isUsable() || !it.faults().isEmpty());
    }

    private static List<String> names(ContactFormat format, byte[] bytes) throws IOException {
        return read(format, bytes).stream()
                .map(record -> record.contact().path("displayName").asText())
                .toList();
    }

    private static List<ImportedRecord> read(ContactFormat format, byte[] bytes) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.all(format, bytes));
    }
}
