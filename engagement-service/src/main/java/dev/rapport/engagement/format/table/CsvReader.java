package dev.rapport.engagement.format.table;

import dev.rapport.engagement.format.EngagementFileReader;
import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.FoundInteraction;
import dev.rapport.engagement.format.IgnoredReason;
import dev.rapport.engagement.format.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** Reads tables of interactions, such as call logs and exports of other systems: one interaction a row. */
public final class CsvReader implements EngagementFileReader {

    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final int LONGEST_CHANNEL = 100;

    private final Table table;
    private final ReaderSettings settings;
    private final CellDates dates;
    private boolean isRefused;

    private CsvReader(Table table, ReaderSettings settings) {
        this.table = table;
        this.settings = settings;
        this.dates = new CellDates(settings.zone(), isDayFirst(table));
    }

    /** Reads a file. */
    public static CsvReader of(InputStream file, ReaderSettings settings) throws IOException {
        return new CsvReader(Table.open(file, settings.mapping()), settings);
    }

    @Override
    public FileRecord next() throws IOException {
        if (table.fields().isEmpty()) {
            return refusal();
        }
        var row = table.next();
        if (row == null) {
            return null;
        }
        if (row.fault() != null) {
            return new FileRecord.Faulty(row.line(), "csv", row.fault());
        }
        try {
            return record(row.line(), new Cells(table.fields(), row.cells()));
        } catch (FaultyField e) {
            return new FileRecord.Faulty(row.line(), e.field(), e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    /** One fault for the whole file, unless it is empty. */
    private FileRecord refusal() throws IOException {
        var first = isRefused ? null : table.next();
        isRefused = true;
        return first == null
                ? null
                : new FileRecord.Faulty(
                        first.line(),
                        "csv",
                        "no header tells what the columns mean: map them by their names, or by position (\"1\", \"2\", ...)");
    }

    /** A single day that cannot be read month first tells how all days of the file are written. */
    private static boolean isDayFirst(Table table) {
        for (var row : table.sample()) {
            for (int i = 0; i < Math.min(row.cells().size(), table.fields().size()); i++) {
                if (table.fields().get(i).equals("occurredAt")) {
                    var evidence = CellDates.dayFirst(row.cells().get(i));
                    if (evidence.isPresent()) {
                        return evidence.get();
                    }
                }
            }
        }
        return table.isDayFirst();
    }

    private FileRecord record(long line, Cells row) throws FaultyField {
        if (row.isEmpty()) {
            return new FileRecord.Ignored(line, IgnoredReason.EMPTY, "no mapped column is filled");
        }
        if (Words.isMissed(row.first("kind")) || Words.isMissed(row.first("direction"))) {
            return new FileRecord.Ignored(line, IgnoredReason.MISSED, "a call that did not come about");
        }
        var occurredAt = RowMeaning.occurredAt(row, dates);
        if (occurredAt.isAfter(settings.now().plus(CLOCK_ERROR))) {
            return new FileRecord.Ignored(line, IgnoredReason.NOT_YET, "lies in the future");
        }
        var kind = RowMeaning.kind(row, settings.mapping());
        var direction = RowMeaning.direction(row, kind, settings.mapping());
        var parties = RowParties.of(row, settings.own());
        if (parties.isEmpty()) {
            return new FileRecord.Ignored(line, IgnoredReason.NOBODY_ELSE, "names nobody but the member");
        }
        var subject = Excerpt.line(row.first("subject"), FoundInteraction.LONGEST_SUBJECT);
        var id = Excerpt.line(row.first("externalId"), FoundInteraction.LONGEST_ID);
        var derived = List.of(
                kind.json(), direction.name(), occurredAt.toString(), parties.toString(), String.valueOf(subject));
        return new FileRecord.Found(
                line,
                new FoundInteraction(
                        kind,
                        direction,
                        parties,
                        occurredAt,
                        RowMeaning.seconds(row),
                        Excerpt.line(row.first("channel"), LONGEST_CHANNEL),
                        subject,
                        Excerpt.line(String.join(" ", row.all("excerpt")), FoundInteraction.LONGEST_EXCERPT),
                        source(row),
                        id == null ? FoundInteraction.idOf(derived.toArray(String[]::new)) : id));
    }

    private String source(Cells row) {
        var source = Excerpt.line(row.first("source"), LONGEST_CHANNEL);
        return source == null ? settings.source() : source;
    }
}
