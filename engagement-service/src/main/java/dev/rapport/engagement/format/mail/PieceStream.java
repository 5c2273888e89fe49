package dev.rapport.engagement.format.mail;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes that come in pieces. */
final class PieceStream extends InputStream {

    /** Gives one piece after the other, none of them empty; null at the end. */
    @FunctionalInterface
    interface Pieces {
        byte[] next() throws IOException;
    }

    private final Pieces pieces;
    private byte[] piece = new byte[0];
    private int at;

    PieceStream(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, to, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (piece != null && at == piece.length) {
            piece = pieces.next();
            at = 0;
        }
        return piece != null;
    }
}
