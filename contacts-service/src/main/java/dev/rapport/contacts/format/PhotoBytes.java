package dev.rapport.contacts.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Photos as files carry them: Base64, often in {@code data:} URIs that are not quite right, and media types that lie. */
final class PhotoBytes {

    static final int MOST = 2 * 1024 * 1024;

    /** Base64 has 4 characters for 3 bytes; some room for line ends. */
    static final int MOST_BASE64 = MOST / 3 * 4 + 100_000;

    private static final Pattern DATA_URI = Pattern.compile("(?i)data:([^,\\\\]{0,200})\\\\?,");

    private PhotoBytes() {}

    /** The media type that these bytes have by their first few; empty when they are no image that is taken. */
    static Optional<String> mediaType(byte[] bytes) {
        if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        return startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    /**
     * The bytes of Base64 text or of a {@code data:} URI, also without or with wrong padding; empty when there are none.
     */
    static Optional<byte[]> decode(String text) {
        var uri = DATA_URI.matcher(text);
        var base64 = new StringBuilder();
        for (int i = uri.lookingAt() ? uri.end() : 0; i < text.length() && text.charAt(i) != '='; i++) {
            char it = text.charAt(i);
            if (it == '+' || it == '/' || (it < 128 && Character.isLetterOrDigit(it))) {
                base64.append(it);
            }
        }
        base64.setLength(base64.length() - (base64.length() % 4 == 1 ? 1 : 0));
        return base64.isEmpty()
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(base64.toString()));
    }

    private static boolean startsWith(byte[] bytes, int offset, String magic) {
        var expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
    }
}
