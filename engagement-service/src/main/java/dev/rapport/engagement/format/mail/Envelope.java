package dev.rapport.engagement.format.mail;

import dev.rapport.engagement.format.Dates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line that separates the messages of an mbox, {@code From sender date}, told from a sentence that begins with "From".
 *
 * @param text what follows {@code From }
 */
record Envelope(String text) {

    /** No line before a message. */
    static final Envelope NONE = new Envelope("");

    private static final Pattern DATED = Pattern.compile(".*\\b[A-Za-z]{3}\\b.*\\b\\d{1,2}:\\d{2}\\b.*");
    private static final Pattern SENDER_ALONE = Pattern.compile("-|\\S{1,300}@\\S{0,300}|MAILER[-_]DAEMON");
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}[ \\t]*:.*", Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile("^\"?([^\\s\"<>]+@[^\\s\"<>]+?)\"?(\\s.*)?$");

    /**
     * Whether a line separates messages.
     *
     * @param line what follows {@code From }
     * @param next the line after it
     * @param isAfterBlank whether the line before it is empty, or there is none
     */
    static boolean separates(String line, String next, boolean isAfterBlank) {
        var text = line.strip();
        boolean isHeaderNext = isField(next);
        if (DATED.matcher(text).matches()) {
            return isHeaderNext || (isAfterBlank && (next.isBlank() || next.startsWith("From ")));
        }
        if (text.isEmpty() || SENDER_ALONE.matcher(text).matches()) {
            return isHeaderNext && (isAfterBlank || text.equals("-"));
        }
        return false;
    }

    /** Whether a line looks like a field of a header, quoted separators of nested mailboxes included. */
    static boolean isField(String line) {
        return FIELD.matcher(line).matches() || line.startsWith(">From ");
    }

    /** The date in it. */
    Optional<Instant> date() {
        return Dates.parse(text, ZoneOffset.UTC);
    }

    /** The sender in it. */
    Optional<Mailbox> sender() {
        var match = ADDRESS.matcher(text.strip());
        return match.matches() ? Optional.of(new Mailbox(null, match.group(1))) : Optional.empty();
    }
}
