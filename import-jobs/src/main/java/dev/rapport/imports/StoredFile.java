package dev.rapport.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A stored file as a stream: holds one piece of it at a time. */
final class StoredFile extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private final long size;
    private byte[] piece = {};
    private int nr;
    private int at;
    private long position;

    /**
     * @param size of the whole file, in bytes
     * @param pieces reads the piece of a number, from 0; empty when there is none
     */
    StoredFile(long size, IntFunction<Optional<byte[]>> pieces) {
        this.size = size;
        this.pieces = pieces;
    }

    /** How many bytes were read. */
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        if (isAtEnd()) {
            return -1;
        }
        position++;
        return piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        position += count;
        return count;
    }

    private boolean isAtEnd() throws IOException {
        if (at < piece.length) {
            return false;
        }
        if (position == size) {
            return true;
        }
        int missing = nr;
        piece = pieces.apply(nr++)
                .filter(it -> it.length > 0)
                .orElseThrow(() -> new IOException("piece " + missing + " of the file is missing"));
        at = 0;
        return false;
    }
}
