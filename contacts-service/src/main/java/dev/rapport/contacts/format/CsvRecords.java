package dev.rapport.contacts.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Cuts CSV into records. A quoted cell may go on over lines; one whose quote never ends costs only the line in which it began,
 * as reading goes on with the next line.
 */
final class CsvRecords {

    /** More than the longest notes have; what a list of lines costs beyond its text has to be bounded as well. */
    private static final int MOST_LINES = 25_000;

    private final SourceLines source;
    private final Deque<Text> ahead = new ArrayDeque<>();
    private char delimiter = ',';
    private CSVFormat format;

    CsvRecords(SourceLines source) {
        this.source = source;
    }

    /** @param fault why there are no cells; null when there are */
    record Row(long line, List<String> cells, String fault) {}

    private record Text(long number, String text, String end, boolean isCut) {}

    void delimitedBy(char delimiter) {
        this.delimiter = delimiter;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    /** Up to that many lines, fewer if they are long; they stay to be read. */
    List<String> peek(int lines) throws IOException {
        long size = 0;
        while (ahead.size() < lines && size < SourceLines.LONGEST) {
            var line = source.next();
            if (line == null) {
                break;
            }
            ahead.add(text(line));
            size += line.bytes().length;
        }
        return ahead.stream().limit(lines).map(Text::text).toList();
    }

    /** Skips a line. */
    void skip() throws IOException {
        read();
    }

    /** The next record that is not empty; null at the end of the file. */
    Row next() throws IOException {
        var first = read();
        while (first != null && first.text().isBlank()) {
            first = read();
        }
        return first == null ? null : row(first);
    }

    private Row row(Text first) throws IOException {
        if (first.isCut()) {
            return new Row(first.number(), List.of(), "the line is longer than 4 MiB");
        }
        var quotes = new CsvQuotes(delimiter);
        var record = new StringBuilder();
        var taken = new ArrayList<Text>();
        for (var line = first; line != null; line = read()) {
            taken.add(line);
            record.append(line.text());
            boolean isSmall = record.length() <= SourceLines.LONGEST && taken.size() <= MOST_LINES;
            boolean isSound = !line.isCut() && isSmall && quotes.add(line.text());
            if (isSound && !quotes.isOpen()) {
                return new Row(first.number(), cells(record.toString()), null);
            }
            if (!isSound) {
                break;
            }
            record.append(line.end());
        }
        for (int i = taken.size() - 1; i > 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        return new Row(first.number(), List.of(), "a quoted cell begins in this line and does not end");
    }

    private List<String> cells(String record) throws IOException {
        try (var parser = CSVParser.parse(record, format)) {
            return parser.stream().findFirst().map(it -> it.toList()).orElse(List.of());
        }
    }

    private Text read() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        var line = source.next();
        return line == null ? null : text(line);
    }

    private Text text(SourceLines.Line line) {
        return new Text(line.number(), source.text(line.bytes()), line.end(), line.cut());
    }
}
