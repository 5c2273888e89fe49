package dev.rapport.contacts.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How the text of a file is encoded, by its first bytes: a byte order mark, else valid UTF-8, else UTF-16 by its zeros, else
 * what the letters look like.
 *
 * @param charset of what is not valid UTF-8, if the charset is based on ASCII
 * @param markLength how many bytes the byte order mark has
 */
record Encoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Statistics need letters: on fewer bytes that are not ASCII, the detector's guesses are worse than the most common charset. */
    private static final int FEWEST_LETTERS = 10;

    private static final Set<String> NOT_ASCII_BASED =
            Set.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "ISO-2022-JP", "ISO-2022-KR");

    /** The encoding that the file seems to have. */
    static Encoding of(byte[] start) {
        var marked = marked(start);
        if (marked != null) {
            return marked;
        }
        var wide = wide(start);
        if (wide != null) {
            return new Encoding(wide, 0);
        }
        return new Encoding(isUtf8(start) ? WINDOWS_1252 : guessed(start), 0);
    }

    /** The encoding that a client stated; a byte order mark of it is skipped. */
    static Encoding stated(byte[] start, Charset charset) {
        var marked = marked(start);
        int markLength = marked != null && charset.name().startsWith("UTF") ? marked.markLength() : 0;
        return new Encoding(charset, markLength);
    }

    /** Whether the bytes of ASCII mean ASCII wherever a line could end. */
    boolean isAsciiBased() {
        return !NOT_ASCII_BASED.contains(charset.name()) && "A\n".equals(new String(new byte[] {65, 10}, charset));
    }

    private static Encoding marked(byte[] start) {
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            return new Encoding(WINDOWS_1252, 3);
        }
        if (startsWith(start, 0xff, 0xfe, 0, 0)) {
            return new Encoding(Charset.forName("UTF-32LE"), 4);
        }
        if (startsWith(start, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(start, 0xfe, 0xff) ? new Encoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** UTF-16 without a mark: nearly every other byte of western text is zero. */
    private static Charset wide(byte[] start) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int most = start.length / 2;
        if (most > 4 && odd > most * 0.7 && even < most * 0.1) {
            return StandardCharsets.UTF_16LE;
        }
        return most > 4 && even > most * 0.7 && odd < most * 0.1 ? StandardCharsets.UTF_16BE : null;
    }

    /** The sample may end within a character. */
    private static boolean isUtf8(byte[] start) {
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false);
        return !result.isError();
    }

    /** What the lines that are not UTF-8 look like; a file may have been put together from several. */
    private static Charset guessed(byte[] start) {
        var detector = new UniversalDetector();
        int letters = 0;
        int lonely = 0;
        for (int begin = 0, end = 0; begin < start.length; begin = end) {
            end = lineEnd(start, begin);
            var line = Arrays.copyOfRange(start, begin, end);
            if (!isUtf8(line) && !isDamagedUtf8(line)) {
                detector.handleData(line);
                letters += letters(line);
                lonely += lonely(line);
            }
        }
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        boolean isUsable =
                letters >= FEWEST_LETTERS && lonely * 2 < letters && name != null && Charset.isSupported(name);
        return isUsable && !name.startsWith("UTF") ? Charset.forName(name) : WINDOWS_1252;
    }

    /** Most of its letters are whole: text of another encoding seldom has two bytes in a row that are UTF-8. */
    private static boolean isDamagedUtf8(byte[] line) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(line);
        var out = CharBuffer.allocate(line.length);
        int damaged = 0;
        for (var result = decoder.decode(in, out, true); result.isError(); result = decoder.decode(in, out, true)) {
            damaged += result.length();
            in.position(in.position() + result.length());
        }
        return damaged * 2 <= letters(line);
    }

    private static int lineEnd(byte[] bytes, int begin) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    private static int letters(byte[] line) {
        int letters = 0;
        for (byte it : line) {
            letters += it < 0 ? 1 : 0;
        }
        return letters;
    }

    /** Letters among ASCII: the mark of western European text, which else is easily taken for Chinese. */
    private static int lonely(byte[] line) {
        int lonely = 0;
        for (int i = 0; i < line.length; i++) {
            boolean isAlone = (i == 0 || line[i - 1] >= 0) && (i == line.length - 1 || line[i + 1] >= 0);
            lonely += line[i] < 0 && isAlone ? 1 : 0;
        }
        return lonely;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
