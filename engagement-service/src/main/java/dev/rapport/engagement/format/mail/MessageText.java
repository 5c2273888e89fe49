package dev.rapport.engagement.format.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * What a message says: its first plain text that is no attachment, else its first HTML. Only the beginning of a message is
 * looked at, and only so deep.
 */
final class MessageText {

    private static final int LONGEST_LOOK = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int DEEPEST = 20;
    private static final int MOST_STEPS = 20_000;

    private String plain;
    private String html;
    private boolean isReplyToInvitation;
    private boolean isAttachment;

    private MessageText() {}

    /** Reads the body that follows a header. */
    static MessageText of(Header header) throws IOException {
        var text = new MessageText();
        try {
            text.read(header);
        } catch (MimeException | RuntimeException e) {
            // what was read up to here is what can be read
        }
        return text;
    }

    /** What its writer wrote, without quotes and signature; null when there is nothing to read. */
    String excerpt() {
        var own = plain == null ? null : OwnWords.ofPlain(plain);
        return own == null && html != null ? OwnWords.ofHtml(html) : own;
    }

    /** Whether it carries an answer to an invitation (RFC 5546), which a calendar program writes. */
    boolean isReplyToInvitation() {
        return isReplyToInvitation;
    }

    private void read(Header header) throws IOException, MimeException {
        var config = MimeConfig.copy(MimeConfig.PERMISSIVE)
                .setMaxLineLen(-1)
                .setMaxHeaderCount(200)
                .build();
        var stream = new MimeTokenStream(config);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(message(header));
        int depth = 0;
        int steps = 0;
        var state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM && steps++ < MOST_STEPS && depth <= DEEPEST) {
            switch (state) {
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_START_HEADER -> isAttachment = false;
                case T_FIELD ->
                    field(stream.getField().getName(), stream.getField().getBody());
                case T_BODY -> body(stream.getBodyDescriptor(), stream.getDecodedInputStream());
                default -> {}
            }
            state = stream.next();
        }
    }

    private static InputStream message(Header header) throws IOException {
        var fields = new StringBuilder();
        for (var name : new String[] {"content-type", "content-transfer-encoding", "content-disposition"}) {
            if (header.has(name)) {
                fields.append(name)
                        .append(": ")
                        .append(header.all(name).get(0).strip())
                        .append("\r\n");
            }
        }
        fields.append("\r\n");
        var body = BoundedInputStream.builder()
                .setInputStream(header.body())
                .setMaxCount(LONGEST_LOOK)
                .setPropagateClose(false)
                .get();
        return new SequenceInputStream(
                new ByteArrayInputStream(fields.toString().getBytes(StandardCharsets.UTF_8)), body);
    }

    private void field(String name, String value) {
        var disposition = value.strip().toLowerCase(Locale.ROOT);
        isAttachment |= name.equalsIgnoreCase("content-disposition") && disposition.startsWith("attachment");
        isReplyToInvitation |= name.equalsIgnoreCase("content-type") && isReply(disposition);
    }

    /** Whether a content type is that of an answer to an invitation. */
    static boolean isReply(String contentType) {
        return contentType.startsWith("text/calendar")
                && contentType.replaceAll("[\"'\\s]", "").matches(".*;method=(reply|counter|refresh)(;.*)?");
    }

    private void body(BodyDescriptor part, InputStream decoded) throws IOException {
        var type = part.getMimeType();
        if (isAttachment || (plain != null && html != null)) {
            return;
        }
        if (type.equals("text/plain") && plain == null) {
            plain = text(part, decoded);
        } else if (type.equals("text/html") && html == null) {
            html = text(part, decoded);
        }
    }

    private static String text(BodyDescriptor part, InputStream decoded) throws IOException {
        var text = MailText.of(decoded.readNBytes(LONGEST_TEXT), part.getCharset());
        return text.isBlank() ? null : text;
    }
}
