package dev.rapport.contacts.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a JSON array, or one JSON value after the other, into its outermost objects. Where an object does not end, or is no
 * JSON, reading goes on at the next line that begins like a card, so that a mangled one costs only itself.
 */
final class JsonObjects {

    private static final Pattern CARD = Pattern.compile("\\{\\s*\"@type\"\\s*:\\s*\"Card\"");

    /** How a card begins where each property has a line of its own. */
    private static final Pattern OPENING = Pattern.compile("\\s*[\\[,]?\\s*\\{\\s*");

    private static final Pattern TYPE = Pattern.compile("\\s*\"@type\"\\s*:\\s*\"Card\"");
    private static final Pattern SEPARATORS = Pattern.compile("[\\[\\],\\s]*");
    private static final int MOST_LINES = 50_000;

    private final SourceLines source;
    private final Deque<Text> ahead = new ArrayDeque<>();

    /** The lines of the object read last, and whether what follows it in its last line is to be read yet. */
    private final List<Text> taken = new ArrayList<>();

    private boolean hasRest;
    private int takenFrom;

    JsonObjects(SourceLines source) {
        this.source = source;
    }

    /** @param fault why there is no text; null when there is */
    record Found(long line, String text, String fault) {}

    private record Text(long number, String text, boolean isCut) {}

    /** The next object; null at the end of the file. */
    Found next() throws IOException {
        for (var line = read(); line != null; line = read()) {
            if (line.isCut()) {
                return new Found(line.number(), null, "the line is longer than 4 MiB");
            }
            int start = start(line.text());
            if (start >= 0) {
                return object(line, start);
            }
            if (!SEPARATORS.matcher(line.text()).matches()) {
                goOnAt(line, line.text(), card(line.text(), 0));
                return new Found(line.number(), null, "the text is no JSON object");
            }
        }
        return null;
    }

    /** Tells that the object read last is no JSON: what stands in its lines may be other cards. */
    void reread() {
        if (hasRest) {
            ahead.removeFirst();
        }
        resume(takenFrom);
    }

    private Found object(Text first, int start) throws IOException {
        var scan = new JsonScan();
        var text = new StringBuilder();
        taken.clear();
        takenFrom = start;
        hasRest = false;
        var part = first.text().substring(start);
        for (var line = first; line != null; line = read(), part = line == null ? "" : line.text()) {
            taken.add(line);
            int end = scan.end(part);
            if (end >= 0) {
                rest(line, part.substring(end));
                return new Found(first.number(), text.append(part, 0, end).toString(), null);
            }
            text.append(part).append('\n');
            boolean isTooLong = line.isCut() || text.length() > SourceLines.LONGEST || taken.size() > MOST_LINES;
            if (isTooLong || scan.isInString()) {
                break;
            }
        }
        resume(start);
        return new Found(first.number(), null, "the object does not end");
    }

    /** What follows an object in its line is read, or told to be no object, next. */
    private void rest(Text line, String rest) {
        goOnAt(line, rest, SEPARATORS.matcher(rest).matches() ? -1 : 0);
    }

    private void goOnAt(Text line, String rest, int next) {
        hasRest = next >= 0;
        if (hasRest) {
            ahead.addFirst(new Text(line.number(), rest.substring(next), false));
        }
    }

    /** Of the lines already taken, what follows from the next card on is read again. */
    private void resume(int start) {
        for (int i = 0; i < taken.size(); i++) {
            var line = taken.get(i);
            boolean isAlone = i > 0 && OPENING.matcher(line.text()).matches() && isType(i + 1);
            int card = isAlone ? 0 : card(line.text(), i == 0 ? start + 1 : 0);
            if (card >= 0) {
                for (int last = taken.size() - 1; last > i; last--) {
                    ahead.addFirst(taken.get(last));
                }
                ahead.addFirst(new Text(line.number(), line.text().substring(card), line.isCut()));
                return;
            }
        }
    }

    private boolean isType(int index) {
        return index < taken.size() && TYPE.matcher(taken.get(index).text()).lookingAt();
    }

    private static int card(String text, int from) {
        var matcher = CARD.matcher(text);
        return from <= text.length() && matcher.find(from) ? matcher.start() : -1;
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || "[],".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return start < text.length() && text.charAt(start) == '{' ? start : -1;
    }

    private Text read() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        var line = source.next();
        return line == null ? null : new Text(line.number(), source.text(line.bytes()), line.cut());
    }
}
