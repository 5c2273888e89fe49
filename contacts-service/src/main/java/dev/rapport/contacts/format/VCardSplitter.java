package dev.rapport.contacts.format;

import dev.rapport.contacts.format.VCardLines.ContentLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a file into cards. A card ends at its {@code END}, at the next {@code BEGIN} if that is missing, or at the end of the
 * file, so that no mangled card takes another with it. Cards within a card ({@code AGENT} of vCard 2.1) are left out.
 */
final class VCardSplitter {

    /** A photo of the greatest size in Base64, and as much text as any card has. */
    private static final int LARGEST = PhotoBytes.MOST_BASE64 + 1024 * 1024;

    /** What a list of lines costs beyond its bytes, for files of many short lines. */
    private static final int LINE_COST = 64;

    /** The longest notes fit, however they are encoded. */
    private static final int LONGEST_TEXT = 256 * 1024;

    private static final Pattern LARGE = Pattern.compile("([^.:;]*\\.)?(PHOTO|X-RAPPORT-\\w+)[;:]");

    private final VCardLines lines;
    private ContentLine pushedBack;

    VCardSplitter(VCardLines lines) {
        this.lines = lines;
    }

    /** How a card ends. */
    enum Ending {
        END,
        NEXT_BEGIN,
        END_OF_FILE,
        TOO_LARGE,
        /** It is no card: text before, between or after cards. */
        NO_CARD
    }

    /**
     * @param line where it begins
     * @param lines without {@code BEGIN} and {@code END}
     * @param hasAgent whether a card within it was left out
     */
    record Card(long line, List<ContentLine> lines, boolean hasAgent, Ending ending) {}

    /** The next card, or the next text that is none; null at the end of the file. */
    Card next() throws IOException {
        for (var line = read(); line != null; line = read()) {
            var edge = VCardEdge.of(line.bytes());
            if (edge == VCardEdge.BEGIN || edge == VCardEdge.END_AND_BEGIN) {
                return card(line.number());
            }
            if (edge == null && !line.isEmpty()) {
                return skipped(line);
            }
        }
        return null;
    }

    private Card skipped(ContentLine first) throws IOException {
        var line = read();
        while (line != null && VCardEdge.of(line.bytes()) == null) {
            line = read();
        }
        pushedBack = line;
        return new Card(first.number(), List.of(), false, Ending.NO_CARD);
    }

    private Card card(long start) throws IOException {
        var kept = new ArrayList<ContentLine>();
        long size = 0;
        int depth = 0;
        boolean hasAgent = false;
        boolean isAgentNext = false;
        for (var line = read(); line != null; line = read()) {
            var edge = VCardEdge.of(line.bytes());
            if (edge == VCardEdge.BEGIN && isAgentNext) {
                depth++;
                hasAgent = true;
            } else if (edge == VCardEdge.END && depth > 0) {
                depth--;
            } else if (edge != null) {
                pushedBack = edge == VCardEdge.END ? null : line;
                return card(start, kept, hasAgent, size, edge == VCardEdge.BEGIN ? Ending.NEXT_BEGIN : Ending.END);
            } else if (depth == 0) {
                size += isTooLong(line) ? LINE_COST : line.bytes().length + LINE_COST;
                if (size <= LARGEST) {
                    kept.add(isTooLong(line) ? cut(line) : line);
                } else {
                    kept.clear();
                }
            }
            isAgentNext = !line.isEmpty() ? isEmptyAgent(line) : isAgentNext;
        }
        return card(start, kept, hasAgent, size, Ending.END_OF_FILE);
    }

    private static Card card(long start, List<ContentLine> kept, boolean hasAgent, long size, Ending ending) {
        return size > LARGEST
                ? new Card(start, List.of(), hasAgent, Ending.TOO_LARGE)
                : new Card(start, kept, hasAgent, ending);
    }

    private static boolean isTooLong(ContentLine line) {
        return line.isCut()
                || (line.bytes().length > LONGEST_TEXT
                        && !LARGE.matcher(line.head()).lookingAt());
    }

    /** Of a line that is too long, only the name is of use. */
    private static ContentLine cut(ContentLine line) {
        var head = line.head();
        int end = head.indexOf(':');
        var name = (end < 0 ? "LINE:" : head.substring(0, end + 1)).getBytes(StandardCharsets.UTF_8);
        return new ContentLine(line.number(), name, true, line.isWhole());
    }

    private static boolean isEmptyAgent(ContentLine line) {
        var head = line.head().strip();
        return head.startsWith("AGENT") && head.endsWith(":");
    }

    private ContentLine read() throws IOException {
        var line = pushedBack;
        pushedBack = null;
        return line == null ? lines.next() : line;
    }
}
