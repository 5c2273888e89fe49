package dev.rapport.contacts.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The content lines of vCards, unfolded as bytes, as folds may stand within a character. Understands the three ways in which
 * vCard 2.1 goes on in the next line without white space in front of it or in spite of it: quoted-printable soft line breaks,
 * Base64 up to an empty line, and folds.
 */
final class VCardLines {

    /** The longest photo in Base64 fits. */
    private static final int LONGEST = PhotoBytes.MOST_BASE64;

    private static final Pattern QUOTED_PRINTABLE = Pattern.compile("^[^:]*[;=]QUOTED-PRINTABLE[;:]?");
    private static final Pattern BASE64 = Pattern.compile("^[^:]*[;=](BASE64|B)([;:]|$)");
    private static final Pattern BASE64_TEXT = Pattern.compile("[A-Za-z0-9+/]+={0,2}\\s*");

    /** Enough of a line to see its name and parameters. */
    private static final int HEAD = 1000;

    private final SourceLines source;
    private SourceLines.Line ahead;

    VCardLines(SourceLines source) throws IOException {
        this.source = source;
        this.ahead = source.next();
    }

    /**
     * @param number of its first physical line
     * @param bytes without folds
     * @param isCut whether it was longer than is held
     * @param isWhole false for what the end of the file may have cut off
     */
    record ContentLine(long number, byte[] bytes, boolean isCut, boolean isWhole) {

        /** The start of the line, in upper case. */
        String head() {
            return new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)
                    .toUpperCase(Locale.ROOT);
        }

        boolean isEmpty() {
            return head().isBlank();
        }
    }

    /** The next content line; null at the end of the file. */
    ContentLine next() throws IOException {
        if (ahead == null) {
            return null;
        }
        var first = ahead;
        var last = first;
        var bytes = new Held();
        bytes.add(first.bytes(), 0);
        boolean isCut = first.cut();
        ahead = source.next();
        for (int skipped = continuation(bytes); skipped >= 0; skipped = continuation(bytes)) {
            last = ahead;
            isCut |= last.cut();
            bytes.add(last.bytes(), skipped);
            ahead = source.next();
        }
        boolean isWhole =
                ahead != null || (last.number() == first.number() && !last.end().isEmpty());
        return new ContentLine(first.number(), bytes.toByteArray(), isCut || bytes.isCut, isWhole);
    }

    /** How many bytes at the start of the line ahead are only there to fold; negative when it is a line of its own. */
    private int continuation(Held current) {
        if (ahead == null || ahead.bytes().length == 0 || current.isCardEdge()) {
            return -1;
        }
        var next = ahead.bytes();
        boolean isFolded = next[0] == ' ' || next[0] == '\t';
        if (current.endsWith('=') && QUOTED_PRINTABLE.matcher(current.head()).find()) {
            return softBreak(current, next);
        }
        if (isFolded) {
            return 1;
        }
        boolean isBase64 = BASE64.matcher(current.head()).find() && isBase64(next);
        return isBase64 ? 0 : -1;
    }

    /** White space after a soft break is a fold if there is white space before it, else it is text. */
    private static int softBreak(Held current, byte[] next) {
        if (VCardEdge.of(next) != null) {
            current.chop();
            return -1;
        }
        current.chop();
        int white = 0;
        while (white < next.length && (next[white] == ' ' || next[white] == '\t')) {
            white++;
        }
        return current.endsWith(' ') || white == 0 ? white : white - 1;
    }

    private static boolean isBase64(byte[] line) {
        return line.length < HEAD
                && BASE64_TEXT
                        .matcher(new String(line, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    /** The bytes of a line, as many as are held. */
    private static final class Held extends ByteArrayOutputStream {
        private boolean isCut;

        void add(byte[] line, int offset) {
            int room = Math.min(line.length - offset, LONGEST - count);
            isCut |= room < line.length - offset;
            write(line, offset, room);
        }

        void chop() {
            count--;
        }

        boolean endsWith(char last) {
            return count > 0 && buf[count - 1] == last;
        }

        boolean isCardEdge() {
            return count < HEAD && VCardEdge.of(toByteArray()) != null;
        }

        String head() {
            return new String(buf, 0, Math.min(HEAD, count), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        }
    }
}
