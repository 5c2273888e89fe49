package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.CsvMapping;
import dev.rapport.engagement.format.TextLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A table whose header and delimiter are found; what stands before the header is passed over. */
final class Table implements Closeable {

    private static final int LONGEST_LINE = 1 << 18;
    private static final int PREAMBLE = 20;
    private static final int LONGEST_HEADER = 100_000;
    private static final int SAMPLE = 200;
    private static final int LONGEST_SAMPLE = 1 << 20;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** One header alone could be anything. */
    private static final int FEWEST_HEADERS = 2;

    private final Rows rows;
    private final Headers headers;
    private final Deque<Row> sample = new ArrayDeque<>();
    private List<String> fields = List.of();
    private boolean isDayFirst;

    private Table(Rows rows, Headers headers) {
        this.rows = rows;
        this.headers = headers;
    }

    /** Opens a table; {@link #fields} is empty when no header tells what its columns mean. */
    static Table open(InputStream file, CsvMapping mapping) throws IOException {
        var table = new Table(new Rows(new TextLines(file, LONGEST_LINE)), new Headers(mapping));
        table.findHeader();
        int cells = 0;
        while (table.sample.size() < SAMPLE && cells < LONGEST_SAMPLE) {
            var row = table.rows.next();
            if (row == null) {
                break;
            }
            table.sample.add(row);
            cells += row.cells().stream().mapToInt(String::length).sum();
        }
        return table;
    }

    /** The field that each column means, empty for those that mean nothing. */
    List<String> fields() {
        return fields;
    }

    /** The first rows, which are still to come. */
    Iterable<Row> sample() {
        return sample;
    }

    /** Whether the cells are delimited as where a day stands before its month. */
    boolean isDayFirst() {
        return isDayFirst;
    }

    /** The next row that is not blank; null at the end. */
    Row next() throws IOException {
        Row row;
        do {
            row = sample.isEmpty() ? rows.next() : sample.poll();
        } while (row != null && row.isBlank());
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private void findHeader() throws IOException {
        var start = rows.peek(PREAMBLE);
        if (headers.isByPosition()) {
            var first = start.stream().filter(it -> !it.isBlank()).findFirst().orElse("");
            delimitedBy(mostFrequent(first));
            fields = headers.byPosition();
            return;
        }
        for (int i = 0; i < start.size(); i++) {
            char best = 0;
            long most = FEWEST_HEADERS - 1L;
            for (char candidate : DELIMITERS) {
                boolean isShort = start.get(i).length() < LONGEST_HEADER;
                long known = isShort ? headers.known(Rows.cells(start.get(i), candidate)) : 0;
                best = known > most ? candidate : best;
                most = Math.max(known, most);
            }
            if (best != 0) {
                for (int skipped = 0; skipped < i; skipped++) {
                    rows.skip();
                }
                delimitedBy(best);
                fields = headers.fields(rows.next().cells());
                return;
            }
        }
    }

    private void delimitedBy(char delimiter) {
        rows.delimitedBy(delimiter);
        isDayFirst = delimiter == ';';
    }

    private static char mostFrequent(String line) {
        char best = ',';
        for (char candidate : DELIMITERS) {
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(it -> it == wanted).count();
    }
}
