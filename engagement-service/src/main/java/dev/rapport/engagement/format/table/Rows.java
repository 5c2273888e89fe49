package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.TextLines;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The rows of delimited text (RFC 4180): quoted cells may span lines, but a quote that is never closed costs one row only. */
final class Rows implements Closeable {

    private static final int MOST_LINES = 2_000;

    /** Where quotes are often left open, less is read ahead to close them. */
    private static final int FEWEST_LINES = 10;

    private static final int LONGEST_ROW = 1 << 20;

    private final TextLines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private CSVFormat format;
    private int patience = MOST_LINES;
    private char delimiter;
    private Pattern splitter;

    private record Line(long number, String text, boolean isCut) {}

    Rows(TextLines lines) {
        this.lines = lines;
        delimitedBy(',');
    }

    /** The delimiter of all rows from here on. */
    void delimitedBy(char newDelimiter) {
        delimiter = newDelimiter;
        splitter = Pattern.compile(String.valueOf(newDelimiter), Pattern.LITERAL);
        format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(newDelimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    /** The next lines as text, without reading past them. */
    List<String> peek(int count) throws IOException {
        while (ahead.size() < count && readAhead()) {}
        return ahead.stream().limit(count).map(Line::text).toList();
    }

    /** Passes over the next line. */
    void skip() {
        ahead.poll();
    }

    /** The next row; null at the end. */
    Row next() throws IOException {
        if (ahead.isEmpty() && !readAhead()) {
            return null;
        }
        var first = ahead.poll();
        if (first.isCut()) {
            return new Row(first.number(), List.of(), "the line is too long");
        }
        var taken = new ArrayList<Line>();
        var text = new StringBuilder(first.text());
        boolean isOpen = isOpen(first.text(), false);
        while (isOpen && taken.size() < patience && text.length() < LONGEST_ROW && (!ahead.isEmpty() || readAhead())) {
            var line = ahead.poll();
            taken.add(line);
            text.append('\n').append(line.text());
            isOpen = isOpen(line.text(), true);
        }
        if (isOpen) {
            patience = Math.max(patience / 4, FEWEST_LINES);
            for (int i = taken.size() - 1; i >= 0; i--) {
                ahead.addFirst(taken.get(i));
            }
            return new Row(first.number(), List.of(), "a quotation mark is never closed");
        }
        patience = taken.isEmpty() ? patience : Math.min(2 * patience, MOST_LINES);
        return new Row(first.number(), cells(text.toString()), null);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The cells of one row of text. */
    static List<String> cells(String text, char delimiter) throws IOException {
        return cells(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get());
    }

    /** Most rows have no quotes; for them nothing else is needed. */
    private List<String> cells(String text) throws IOException {
        return text.indexOf('"') < 0
                ? splitter.splitAsStream(text).map(String::strip).toList()
                : cells(text, format);
    }

    private static List<String> cells(String text, CSVFormat format) throws IOException {
        try (var parser = CSVParser.parse(text, format)) {
            return parser.stream()
                    .findFirst()
                    .map(it -> it.toList().stream().map(String::strip).toList())
                    .orElse(List.of());
        }
    }

    private boolean readAhead() throws IOException {
        var text = lines.next();
        return text != null && ahead.add(new Line(lines.number(), text, lines.isCut()));
    }

    /** Whether a quoted cell is still open at the end of a line. */
    private boolean isOpen(String line, boolean wasOpen) {
        boolean isQuoted = wasOpen;
        boolean isCellStart = !wasOpen;
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (isQuoted) {
                if (it == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (it == '"') {
                    isQuoted = false;
                }
            } else if (it == '"' && isCellStart) {
                isQuoted = true;
            }
            isCellStart = !isQuoted && (it == delimiter || (isCellStart && it == ' '));
        }
        return isQuoted;
    }
}
