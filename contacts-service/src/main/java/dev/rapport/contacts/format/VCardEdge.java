package dev.rapport.contacts.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The lines between which a card stands. */
enum VCardEdge {
    BEGIN,
    END,
    /** The end of a card and the beginning of the next, whose line break was lost. */
    END_AND_BEGIN;

    private static final int LONGEST = 60;
    /** The byte order mark of a file that was appended to another may stand before it. */
    private static final Pattern FIRST = Pattern.compile("(?i).{0,3}BEGIN\\s*:\\s*VCARD\\s*");

    private static final Pattern LAST = Pattern.compile("(?i)\\s*END\\s*:\\s*VCARD\\s*");
    private static final Pattern BOTH = Pattern.compile("(?i)\\s*END:VCARD.?BEGIN:VCARD\\s*");

    /** Which edge this line is; null when it is none. */
    static VCardEdge of(byte[] line) {
        if (line.length < 9 || line.length > LONGEST) {
            return null;
        }
        var text = new String(line, StandardCharsets.ISO_8859_1);
        if (FIRST.matcher(text).matches()) {
            return BEGIN;
        }
        if (LAST.matcher(text).matches()) {
            return END;
        }
        return BOTH.matcher(text).matches() ? END_AND_BEGIN : null;
    }
}
