package dev.rapport.contacts.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads CSV of any program whose headers are known or mapped; text before the header, as LinkedIn writes it, is skipped. */
final class CsvReader implements ContactFileReader {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int PREAMBLE = 20;
    private static final int LONGEST_HEADER = 100_000;

    /** One header alone could be anything, unless it is all there is. */
    private static final int FEWEST_HEADERS = 2;

    private final SourceLines source;
    private final ReadSettings settings;
    private final CsvRecords records;
    private final CsvHeaders headers;
    private List<CsvColumn> columns;
    private boolean hasHeader;
    private boolean isRefused;

    CsvReader(SourceLines source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
        this.records = new CsvRecords(source);
        this.headers = new CsvHeaders(settings.csvMapping());
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        if (columns == null && !isRefused) {
            var refusal = open();
            if (refusal.isPresent()) {
                isRefused = true;
                return refusal;
            }
        }
        var row = isRefused ? null : records.next();
        return row == null ? Optional.empty() : Optional.of(record(row));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Finds the header; the reason if this is no CSV with a header. */
    private Optional<ImportedRecord> open() throws IOException {
        var start = records.peek(PREAMBLE);
        var first = start.stream().filter(it -> !it.isBlank()).findFirst();
        if (first.isEmpty()) {
            columns = List.of();
            return Optional.empty();
        }
        for (var path : settings.csvMapping().values()) {
            if (!path.isBlank() && !CsvHeaders.isField(path)) {
                return refusal("the mapping names \"" + path + "\", which is no field of a contact");
            }
        }
        var otherFormat = otherFormat(first.get().strip());
        if (otherFormat.isPresent()) {
            return refusal("the file is " + otherFormat.get() + ", not CSV");
        }
        if (!headers.byPosition().isEmpty()) {
            delimitedBy(mostFrequent(first.get()));
            columns = headers.byPosition();
            return Optional.empty();
        }
        return header(start);
    }

    private Optional<ImportedRecord> header(List<String> start) throws IOException {
        for (int i = 0; i < start.size(); i++) {
            var line = start.get(i);
            var delimiter = line.length() > LONGEST_HEADER ? Optional.<Character>empty() : delimiterOfHeader(line);
            if (delimiter.isPresent()) {
                for (int skipped = 0; skipped < i; skipped++) {
                    records.skip();
                }
                delimitedBy(delimiter.get());
                columns = headers.columns(records.next().cells());
                hasHeader = true;
                return Optional.empty();
            }
        }
        return refusal(
                "the file has no header that tells what its columns mean: map them by position (\"1\", \"2\", ...)");
    }

    private Optional<Character> delimiterOfHeader(String line) throws IOException {
        var candidates = settings.delimiter() == null ? DELIMITERS : List.of(settings.delimiter());
        char best = 0;
        long most = 0;
        for (char candidate : candidates) {
            var cells = cells(line, candidate);
            long known = headers.known(cells);
            boolean isEnough = known >= FEWEST_HEADERS
                    || (known == 1 && cells.size() == 1 && !line.strip().endsWith(":"));
            if (isEnough && known > most) {
                best = candidate;
                most = known;
            }
        }
        return most == 0 ? Optional.empty() : Optional.of(best);
    }

    private static List<String> cells(String line, char delimiter) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var parser = CSVParser.parse(line, format)) {
            return parser.stream().findFirst().map(it -> it.toList()).orElse(List.of());
        }
    }

    private char mostFrequent(String line) {
        char best = ',';
        for (char candidate : DELIMITERS) {
            best = count(line, candidate) > count(line, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(it -> it == wanted).count();
    }

    private void delimitedBy(char delimiter) {
        records.delimitedBy(settings.delimiter() == null ? delimiter : settings.delimiter());
    }

    private static Optional<String> otherFormat(String line) {
        if (line.matches("(?i)(dn::?|version) *:? ?.*") && line.matches("(?i)(dn::? .*|version: ?1)")) {
            return Optional.of("LDIF");
        }
        if (line.regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
            return Optional.of("a vCard");
        }
        return line.startsWith("{") ? Optional.of("JSON") : Optional.empty();
    }

    private static Optional<ImportedRecord> refusal(String message) {
        return Optional.of(ImportedRecord.unusable(1, "csv", message));
    }

    private ImportedRecord record(CsvRecords.Row row) {
        if (row.fault() != null) {
            return ImportedRecord.unusable(row.line(), "csv", row.fault());
        }
        var draft = new Draft(row.line(), settings);
        var cells = row.cells();
        boolean hasMore = cells.size() > columns.size()
                && cells.subList(columns.size(), cells.size()).stream().anyMatch(it -> !it.isBlank());
        if (hasHeader && (hasMore || cells.size() < columns.size())) {
            draft.fault(row.line(), "csv", "the row has " + cells.size() + " cells, the header " + columns.size());
        }
        new CsvIntake(draft, row.line(), settings.defaultRegion()).row(columns, cells);
        return draft.finish();
    }
}
