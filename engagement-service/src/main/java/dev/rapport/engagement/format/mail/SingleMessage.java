package dev.rapport.engagement.format.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file that is one message, even when the line of an mbox stands before it. */
final class SingleMessage implements MessageSource {

    private static final int PIECE = 1 << 14;
    private static final int LONGEST_ENVELOPE = 1000;
    private static final String FROM = "From ";

    private final Window window;
    private Envelope envelope = Envelope.NONE;
    private boolean isRead;

    SingleMessage(InputStream in) {
        this.window = new Window(in);
    }

    @Override
    public boolean nextMessage() throws IOException {
        if (isRead) {
            return false;
        }
        isRead = true;
        if (window.see(3) == 3
                && window.at(0) == (byte) 0xef
                && window.at(1) == (byte) 0xbb
                && window.at(2) == (byte) 0xbf) {
            window.pass(3);
        }
        while (window.see(1) == 1 && (window.at(0) == '\n' || window.at(0) == '\r')) {
            window.pass(1);
        }
        int length = window.lineLength(0, LONGEST_ENVELOPE);
        var line = new String(window.copy(0, length), StandardCharsets.ISO_8859_1);
        if (line.startsWith(FROM)) {
            envelope = new Envelope(line.substring(FROM.length()));
            window.pass(length);
        }
        return true;
    }

    @Override
    public Envelope envelope() {
        return envelope;
    }

    @Override
    public InputStream message() {
        return new PieceStream(() -> {
            int seen = window.see(PIECE);
            var piece = seen == 0 ? null : window.copy(0, seen);
            window.pass(seen);
            return piece;
        });
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
