package dev.rapport.engagement.format.calendar;

import dev.rapport.engagement.format.TextLines;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;

/**
 * Cuts a calendar into its components as it streams by; what is within a component that is of no use, such as an alarm or an
 * attached file, is passed over.
 */
final class Components implements Closeable {

    /** The pseudo-component of the properties of a calendar itself. */
    static final String CALENDAR = "VCALENDAR";

    private static final int MOST_KEPT = 1 << 20;
    private static final int LONGEST_PROPERTY = 1 << 16;
    private static final String BEGIN = "BEGIN:";
    private static final String END = "END:";

    private final TextLines lines;
    private String line;
    private boolean isPeeked;

    Components(TextLines lines) {
        this.lines = lines;
    }

    /** The next component, or the properties of a calendar; null at the end. */
    Component next() throws IOException {
        for (var it = peek(); it != null; it = peek()) {
            var name = named(BEGIN, it);
            if (name != null) {
                return name.equals(CALENDAR) ? calendar() : component(name);
            }
            if (CALENDAR.equals(named(END, it))) {
                long number = lines.number();
                isPeeked = false;
                return new Component(number, END + CALENDAR, "", true);
            }
            isPeeked = false;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** What stands between the beginning of a calendar and its first component. */
    private Component calendar() throws IOException {
        var text = new Text();
        long number = lines.number();
        isPeeked = false;
        for (var it = peek(); it != null && named(BEGIN, it) == null && named(END, it) == null; it = peek()) {
            text.add(it);
            isPeeked = false;
        }
        return new Component(number, CALENDAR, text.toString(), true);
    }

    private Component component(String name) throws IOException {
        var text = new Text();
        long number = lines.number();
        boolean isKept = name.equals("VEVENT") || name.equals("VTIMEZONE");
        text.add(BEGIN + name);
        isPeeked = false;
        int depth = 0;
        for (var it = peek(); it != null; it = peek()) {
            var begun = named(BEGIN, it);
            var ended = named(END, it);
            if (CALENDAR.equals(begun) || CALENDAR.equals(ended) || ("VEVENT".equals(begun) && name.equals(begun))) {
                break;
            }
            isPeeked = false;
            if (name.equals(ended)) {
                text.add(END + name);
                return new Component(number, name, text.toString(), true);
            }
            depth += begun == null ? 0 : 1;
            if (isKept && (depth == 0 || name.equals("VTIMEZONE"))) {
                text.add(it);
            }
            depth -= ended == null || depth == 0 ? 0 : 1;
        }
        return new Component(number, name, text.toString(), false);
    }

    private String peek() throws IOException {
        if (!isPeeked) {
            line = lines.next();
            isPeeked = true;
        }
        return line;
    }

    /** The name of the component that a line begins or ends; null when it does neither. */
    private static String named(String mark, String line) {
        return line.regionMatches(true, 0, mark, 0, mark.length())
                ? line.substring(mark.length()).strip().toUpperCase(Locale.ROOT)
                : null;
    }

    /** Lines up to a limit, also for the parts of one folded property. */
    private static final class Text {
        private final StringBuilder kept = new StringBuilder();
        private int property;

        void add(String line) {
            boolean isFolded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            property = isFolded ? property + line.length() : 0;
            if (property < LONGEST_PROPERTY && kept.length() + line.length() < MOST_KEPT) {
                kept.append(line).append("\r\n");
            }
        }

        @Override
        public String toString() {
            return kept.toString();
        }
    }
}
