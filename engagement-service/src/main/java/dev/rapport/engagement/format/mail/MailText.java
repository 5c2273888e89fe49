package dev.rapport.engagement.format.mail;

import dev.rapport.engagement.format.Excerpt;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Bytes of mail as text: by the charset that is stated if it fits, else as UTF-8, else as Windows-1252. */
final class MailText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Charsets that are stated when the truth is a superset of them. */
    private static final Set<String> NARROW =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "unknown-8bit", "x-unknown");

    /** Decoding takes time that grows with the square of what is malformed. */
    private static final int LONGEST_HEADER = 8_000;

    private MailText() {}

    /** Text that states no charset. */
    static String of(byte[] bytes) {
        return of(bytes, null);
    }

    /** Text that states this charset; null when it states none. */
    static String of(byte[] bytes, String charset) {
        var stated = charset == null ? "" : charset.strip().toLowerCase(Locale.ROOT);
        if (!stated.isEmpty() && !NARROW.contains(stated) && !stated.startsWith("utf-8")) {
            try {
                return new String(bytes, Charset.forName(stated));
            } catch (IllegalArgumentException e) {
                // no charset of this name: the bytes tell
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return stated.startsWith("utf-8")
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : new String(bytes, WINDOWS_1252);
        }
    }

    /** The encoded words (RFC 2047) of a header decoded; those that cannot be stay as they are. */
    static String decoded(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        try {
            var looked = Excerpt.cut(text, LONGEST_HEADER);
            return DecoderUtil.decodeEncodedWords(looked, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            return text;
        }
    }
}
