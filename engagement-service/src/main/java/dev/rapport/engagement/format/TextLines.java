package dev.rapport.engagement.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ReaderInputStream;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The lines of a text file of unknown encoding: by its byte order mark, else every line that is valid UTF-8 is UTF-8, and the
 * others are of the charset that the beginning of the file looks like. Lines end with LF, CR LF or CR.
 */
public final class TextLines implements Closeable {

    private static final int SAMPLE = 1 << 16;
    private static final int FEWEST_LETTERS = 10;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final int longest;
    private final Charset fallback;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private boolean isCut;
    private boolean isAfterCr;

    /**
     * Opens a file.
     *
     * @param longest how many bytes of a line are kept
     */
    public TextLines(InputStream file, int longest) throws IOException {
        this.longest = longest;
        var buffered = new BufferedInputStream(file, SAMPLE);
        buffered.mark(SAMPLE);
        var start = buffered.readNBytes(SAMPLE);
        buffered.reset();
        this.in = asUtf8(buffered, start);
        this.fallback = guessed(start);
    }

    /** The next line without its end; null at the end of the file. */
    public String next() throws IOException {
        bytes.reset();
        isCut = false;
        int read = in.read();
        if (read == '\n' && isAfterCr) {
            read = in.read();
        }
        isAfterCr = false;
        if (read < 0) {
            return null;
        }
        number++;
        for (; read >= 0 && read != '\n' && read != '\r'; read = in.read()) {
            if (bytes.size() < longest) {
                bytes.write(read);
            } else {
                isCut = true;
            }
        }
        isAfterCr = read == '\r';
        return text(bytes.toByteArray());
    }

    /** The number of the line read last, from 1. */
    public long number() {
        return number;
    }

    /** Whether the line read last is longer than what was kept of it. */
    public boolean isCut() {
        return isCut;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(line, isCut ? StandardCharsets.UTF_8 : fallback);
        }
    }

    private static InputStream asUtf8(InputStream in, byte[] start) throws IOException {
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
            return in;
        }
        boolean isMarkedLittle = startsWith(start, 0xff, 0xfe);
        boolean isMarkedBig = startsWith(start, 0xfe, 0xff);
        if (isMarkedLittle || isMarkedBig) {
            in.skipNBytes(2);
        }
        boolean isLittle = isMarkedLittle || (start.length > 3 && start[0] != 0 && start[1] == 0 && start[3] == 0);
        boolean isBig = isMarkedBig || (start.length > 3 && start[0] == 0 && start[1] != 0 && start[2] == 0);
        if (!isLittle && !isBig) {
            return in;
        }
        var charset = isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return new BufferedInputStream(ReaderInputStream.builder()
                .setReader(new InputStreamReader(in, charset))
                .setCharset(StandardCharsets.UTF_8)
                .get());
    }

    /** What the letters outside ASCII look like; few letters tell nothing. */
    private static Charset guessed(byte[] start) {
        int letters = 0;
        int alone = 0;
        for (int i = 0; i < start.length; i++) {
            letters += start[i] < 0 ? 1 : 0;
            boolean isAlone = (i == 0 || start[i - 1] >= 0) && (i + 1 == start.length || start[i + 1] >= 0);
            alone += start[i] < 0 && isAlone ? 1 : 0;
        }
        if (letters < FEWEST_LETTERS || alone * 2 > letters) {
            return WINDOWS_1252;
        }
        var detector = new UniversalDetector();
        detector.handleData(start);
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        return name == null || name.startsWith("UTF") || !Charset.isSupported(name)
                ? WINDOWS_1252
                : Charset.forName(name);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
