package dev.rapport.contacts.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that do not fit into memory are read in bounded memory: a reader never runs further ahead than a record may be large. */
class MemoryBoundTest {

    private static final long SIZE = 200L * 1024 * 1024;
    private static final long RECORD = 48L * 1024 * 1024;

    @ParameterizedTest
    @EnumSource(ContactFormat.class)
    void shouldHoldNoMoreThanARecordWhenOneLineDoesNotEnd(ContactFormat format) throws IOException {
        // Given
        var good = RoundTripTest.written(format, List.of(FullContact.exported()));
        var file = new Endless(good, open(format), SIZE, close(format));
        var peak = new Peak();

        // When
        var names = new ArrayList<String>();
        try (var reader = format.reader(file, ReadSettings.NONE)) {
            peak.start();
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                names.add(Reading.text(next.get(), "displayName"));
            }
        } finally {
            peak.stop();
        }

        // Then
        assertThat(names).startsWith(FullContact.details().displayName()).endsWith("After");
        assertThat(peak.bytes()).isLessThan(RECORD);
    }

    private static String open(ContactFormat format) {
        return switch (format) {
            case VCARD -> "BEGIN:VCARD\nFN:Long\nNOTE:";
            case CSV -> "x,\"";
            case JSCONTACT, NDJSON -> "{\"displayName\":\"";
        };
    }

    private static String close(ContactFormat format) {
        return switch (format) {
            case VCARD -> "\nEND:VCARD\nBEGIN:VCARD\nFN:After\nEND:VCARD\n";
            case CSV -> "\nu,After\n";
            case JSCONTACT -> "\n{\"@type\":\"Card\",\"name\":{\"full\":\"After\"}}\n";
            case NDJSON -> "\n{\"displayName\":\"After\"}\n";
        };
    }

    /** A good file, then a line of that size, then its end. */
    private static final class Endless extends InputStream {
        private final byte[] before;
        private final byte[] after;
        private final long size;
        private long position;

        Endless(byte[] good, String open, long size, String close) {
            this.before = (new String(good, StandardCharsets.UTF_8) + open).getBytes(StandardCharsets.UTF_8);
            this.after = close.getBytes(StandardCharsets.UTF_8);
            this.size = size;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = 0;
            for (int next = 0; count < length && next >= 0; ) {
                next = read();
                if (next >= 0) {
                    target[offset + count++] = (byte) next;
                }
            }
            return count == 0 ? -1 : count;
        }

        @Override
        public int read() {
            long at = position++;
            if (at < before.length) {
                return before[(int) at] & 0xff;
            }
            long rest = at - before.length - size;
            if (rest < 0) {
                return 'x';
            }
            return rest < after.length ? after[(int) rest] & 0xff : -1;
        }
    }
}
