package dev.rapport.engagement.format.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Cuts a mailbox into messages as it streams by. A separator is a {@code From} line that looks like one, followed by a header;
 * sentences that begin with "From" stay in their message. {@code Content-Length} is believed where a message does end there.
 */
final class MboxSplitter implements MessageSource {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "content-length:";
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_SEPARATOR = 1000;
    private static final int FARTHEST_LOOK = 1 << 20;
    private static final int MOST_BLANK = 8;

    private final Window window;
    private Envelope envelope = Envelope.NONE;
    private boolean isStarted;
    private boolean isInMessage;
    private boolean isAtLineStart = true;
    private boolean isAfterBlank = true;
    private boolean isInHeader;
    private int statedLength;
    private int sureLength;

    MboxSplitter(InputStream in) {
        this.window = new Window(in);
    }

    @Override
    public boolean nextMessage() throws IOException {
        while (isInMessage) {
            piece();
        }
        if (!isStarted) {
            isStarted = true;
            skipBlank();
        }
        if (window.see(1) == 0) {
            return false;
        }
        int line = window.lineLength(0, LONGEST_SEPARATOR);
        boolean isSeparated = startsWithFrom(0);
        envelope = isSeparated ? new Envelope(text(FROM.length, line - FROM.length)) : Envelope.NONE;
        window.pass(isSeparated ? line : 0);
        isInMessage = true;
        isInHeader = true;
        isAtLineStart = true;
        isAfterBlank = true;
        statedLength = -1;
        sureLength = 0;
        return true;
    }

    @Override
    public Envelope envelope() {
        return envelope;
    }

    @Override
    public InputStream message() {
        return new PieceStream(this::piece);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    /** The byte order mark and the empty lines that some programs put first. */
    private void skipBlank() throws IOException {
        if (window.see(3) == 3
                && window.at(0) == (byte) 0xef
                && window.at(1) == (byte) 0xbb
                && window.at(2) == (byte) 0xbf) {
            window.pass(3);
        }
        while (window.see(1) == 1 && (window.at(0) == '\n' || window.at(0) == '\r')) {
            window.pass(1);
        }
    }

    /** The next part of the message, a line at most; null at its end. */
    private byte[] piece() throws IOException {
        if (!isInMessage || window.see(1) == 0 || (isAtLineStart && isSeparator())) {
            isInMessage = false;
            return null;
        }
        int length = window.lineLength(0, PIECE);
        boolean isWholeLine = window.at(length - 1) == '\n';
        boolean isBlank = isAtLineStart && isWholeLine && (length == 1 || (length == 2 && window.at(0) == '\r'));
        int quotes = isAtLineStart && !isInHeader && isQuoted(length) ? 1 : 0;
        if (isInHeader && isAtLineStart) {
            headerLine(length);
        } else {
            sureLength = Math.max(0, sureLength - length);
        }
        var piece = window.copy(quotes, length - quotes);
        window.pass(length);
        if (isInHeader && isBlank) {
            isInHeader = false;
            sureLength = endsAt(statedLength) ? statedLength : 0;
        }
        isAfterBlank = isBlank;
        isAtLineStart = isWholeLine;
        return piece;
    }

    private void headerLine(int length) {
        if (length > LENGTH.length()
                && text(0, LENGTH.length()).toLowerCase(Locale.ROOT).equals(LENGTH)) {
            var digits = text(LENGTH.length(), Math.min(length, 40) - LENGTH.length())
                    .strip();
            statedLength = digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : -1;
        }
    }

    /** Whether the next message, or the end of the file, comes so many bytes from here. */
    private boolean endsAt(int length) throws IOException {
        if (length <= 0 || length > FARTHEST_LOOK) {
            return false;
        }
        int seen = window.see(length + MOST_BLANK);
        int at = length;
        while (at < seen && (window.at(at) == '\n' || window.at(at) == '\r')) {
            at++;
        }
        return at == seen ? seen < length + MOST_BLANK && seen >= length : startsWithFrom(at);
    }

    private boolean isSeparator() throws IOException {
        if (sureLength > 0 || !startsWithFrom(0)) {
            return false;
        }
        int length = window.lineLength(0, LONGEST_SEPARATOR);
        if (length == LONGEST_SEPARATOR) {
            return false;
        }
        var line = text(FROM.length, length - FROM.length);
        int next = window.lineLength(length, LONGEST_SEPARATOR);
        return Envelope.separates(line, text(length, next), isAfterBlank);
    }

    private boolean startsWithFrom(int at) throws IOException {
        if (window.see(at + FROM.length) < at + FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (window.at(at + i) != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code >From}, {@code >>From} and so on, which mboxo and mboxrd write for a line that begins with "From". */
    private boolean isQuoted(int length) throws IOException {
        int at = 0;
        while (at < length && window.at(at) == '>') {
            at++;
        }
        return at > 0 && at + FROM.length <= length && startsWithFrom(at);
    }

    private String text(int from, int length) {
        return new String(window.copy(from, Math.max(length, 0)), StandardCharsets.ISO_8859_1);
    }
}
