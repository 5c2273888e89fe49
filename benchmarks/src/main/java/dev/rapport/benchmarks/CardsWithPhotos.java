package dev.rapport.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** vCards with photos of 20 to 200 kB, no two alike, made while they are read; every twentieth is none that can be taken. */
final class CardsWithPhotos extends InputStream {

    private static final int SMALLEST = 20_000;
    private static final int LARGEST = 200_000;
    private static final int BAD_ONE_IN = 20;
    private static final int LINE = 72;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Random random = new Random(11);
    private final long size;
    private long bytes;
    private int made;
    private byte[] card = new byte[0];
    private int at;

    /** @param size in bytes, about: the last card is whole */
    CardsWithPhotos(long size) {
        this.size = size;
    }

    /** How many cards have been read. */
    int made() {
        return made;
    }

    /** How many of them are bad. */
    int bad() {
        return made / BAD_ONE_IN;
    }

    private String next() {
        made++;
        if (made % BAD_ONE_IN == 0) {
            // Whom it is about is not said, and nothing else by which to call them.
            return "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody " + made + "\r\nEND:VCARD\r\n";
        }
        return """
                BEGIN:VCARD
                VERSION:3.0
                N:Family%d;Given%d;;;
                FN:Given%d Family%d
                EMAIL;TYPE=work:p%d@example.org
                TEL;TYPE=cell:+4930%07d
                ORG:Org %d
                NOTE:No. %d
                %s
                END:VCARD
                """.formatted(made, made, made, made, made, made, made % 500, made, photo())
                .replace("\n", "\r\n");
    }

    private String photo() {
        var picture = new byte[SMALLEST + random.nextInt(LARGEST - SMALLEST)];
        random.nextBytes(picture);
        System.arraycopy(JPEG, 0, picture, 0, JPEG.length);
        var folded = Base64.getMimeEncoder(LINE, "\n ".getBytes(StandardCharsets.US_ASCII));
        return "PHOTO;ENCODING=b;TYPE=JPEG:\n " + folded.encodeToString(picture);
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == card.length) {
            if (bytes >= size) {
                return -1;
            }
            card = next().getBytes(StandardCharsets.US_ASCII);
            bytes += card.length;
            at = 0;
        }
        int copied = Math.min(length, card.length - at);
        System.arraycopy(card, at, buffer, offset, copied);
        at += copied;
        return copied;
    }
}
