package dev.rapport.contacts.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file of an encoding in which ASCII is not ASCII (UTF-16, for one), as UTF-8. */
final class Utf8Stream extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = {};
    private int position;
    private int kept;

    Utf8Stream(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return isExhausted() ? -1 : bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isExhausted()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean isExhausted() throws IOException {
        if (position < bytes.length) {
            return false;
        }
        int count = reader.read(chars, kept, chars.length - kept);
        int end = kept + Math.max(0, count);
        kept = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        bytes = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
        position = 0;
        if (kept == 1) {
            chars[0] = chars[end - 1];
        }
        return bytes.length == 0 && (kept == 0 || isExhausted());
    }
}
