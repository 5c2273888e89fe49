package dev.rapport.engagement.format.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream through a window that can be looked into without reading on. */
final class Window {

    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int begin;
    private int end;
    private boolean isAtEnd;

    Window(InputStream in) {
        this.in = in;
    }

    /** How many bytes can be seen, up to {@code wanted}; fewer only where the stream ends. */
    int see(int wanted) throws IOException {
        if (end - begin < wanted && !isAtEnd) {
            makeRoom(wanted);
            while (end - begin < wanted && !isAtEnd) {
                int read = in.read(bytes, end, bytes.length - end);
                isAtEnd = read < 0;
                end += Math.max(read, 0);
            }
        }
        return Math.min(end - begin, wanted);
    }

    private void makeRoom(int wanted) {
        int held = end - begin;
        var to = wanted > bytes.length ? new byte[Math.max(wanted, 2 * bytes.length)] : bytes;
        System.arraycopy(bytes, begin, to, 0, held);
        bytes = to;
        begin = 0;
        end = held;
    }

    /** The byte at this distance, which must have been seen. */
    byte at(int index) {
        return bytes[begin + index];
    }

    /** The length of the line that begins at {@code from}, with its line feed; at most {@code longest}. */
    int lineLength(int from, int longest) throws IOException {
        int step = 256;
        int length = 0;
        while (length < longest) {
            int seen = see(from + Math.min(longest, length + step)) - from;
            for (; length < seen; length++) {
                if (at(from + length) == '\n') {
                    return length + 1;
                }
            }
            if (see(from + length + 1) <= from + length) {
                return Math.max(length, 0);
            }
            step *= 4;
        }
        return longest;
    }

    /** A copy of what was seen. */
    byte[] copy(int from, int length) {
        return Arrays.copyOfRange(bytes, begin + from, begin + from + length);
    }

    /** Reads on past bytes that were seen. */
    void pass(int count) {
        begin += count;
    }

    void close() throws IOException {
        in.close();
    }
}
