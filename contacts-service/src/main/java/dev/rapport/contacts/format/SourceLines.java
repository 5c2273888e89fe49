package dev.rapport.contacts.format;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The physical lines of a file, as bytes that are ASCII where ASCII matters, and as text: UTF-8 where a line is valid UTF-8,
 * else in the encoding that the file seems to have. No line is held beyond {@value #LONGEST} bytes.
 */
final class SourceLines implements Closeable {

    /** More than the longest photo in Base64, the largest thing that is taken. */
    static final int LONGEST = 4 * 1024 * 1024;

    private static final int SAMPLE = 64 * 1024;
    private static final int NOTHING = -1;

    private final InputStream in;
    private final Charset fallback;
    private final byte[] buffer = new byte[SAMPLE];
    private int position;
    private int filled;
    private long number;

    private SourceLines(InputStream in, Charset fallback) {
        this.in = in;
        this.fallback = fallback;
    }

    /**
     * @param number from 1
     * @param bytes without the end of the line
     * @param end {@code \n}, {@code \r}, {@code \r\n}, or nothing at the end of the file
     * @param cut whether the line was longer than is held
     */
    record Line(long number, byte[] bytes, String end, boolean cut) {}

    static SourceLines of(InputStream file, Charset stated) throws IOException {
        var start = file.readNBytes(SAMPLE);
        var whole = new PushbackInputStream(file, SAMPLE);
        whole.unread(start);
        var encoding = stated == null ? Encoding.of(start) : Encoding.stated(start, stated);
        whole.skipNBytes(encoding.markLength());
        return stated == null && encoding.isAsciiBased()
                ? new SourceLines(whole, encoding.charset())
                : new SourceLines(new Utf8Stream(whole, encoding.charset()), StandardCharsets.UTF_8);
    }

    /** The next line; null at the end of the file. */
    Line next() throws IOException {
        int first = read();
        if (first == NOTHING) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(128);
        boolean cut = false;
        int next = first;
        while (next != NOTHING && next != '\n' && next != '\r') {
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            } else {
                cut = true;
            }
            next = read();
        }
        return new Line(++number, bytes.toByteArray(), end(next), cut);
    }

    /** These bytes as text. */
    String text(byte[] bytes) {
        return text(bytes, fallback);
    }

    /** These bytes as text, in that encoding unless they are UTF-8. */
    static String text(byte[] bytes, Charset otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, otherwise);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private String end(int last) throws IOException {
        if (last != '\r') {
            return last == '\n' ? "\n" : "";
        }
        int next = read();
        if (next == '\n') {
            return "\r\n";
        }
        if (next != NOTHING) {
            position--;
        }
        return "\r";
    }

    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return NOTHING;
            }
        }
        return buffer[position++] & 0xff;
    }
}
