package dev.rapport.engagement.format;

import dev.rapport.engagement.format.FileRecord.Found;
import dev.rapport.engagement.format.FileRecord.Ignored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files read whole, for tests. */
public final class Reading {

    public static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    public static final String ME = "me@example.org";
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Reading() {}

    /** All records of a text. */
    public static List<FileRecord> records(FileFormat format, String text, String... own) {
        return records(format, text.getBytes(StandardCharsets.UTF_8), CsvMapping.NONE, own);
    }

    /** All records of a file; the member is {@link #ME} when no own addresses are named. */
    public static List<FileRecord> records(FileFormat format, byte[] file, CsvMapping mapping, String... own) {
        try {
            return records(format, new ByteArrayInputStream(file), mapping, own.length == 0 ? Set.of(ME) : Set.of(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All records of a stream. */
    public static List<FileRecord> records(FileFormat format, InputStream file, CsvMapping mapping, Set<String> own)
            throws IOException {
        var settings = new ReaderSettings(format, own, "test", ZONE, mapping, NOW);
        var records = new ArrayList<FileRecord>();
        try (var reader = FileReaders.open(file, settings)) {
            for (var record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }

    /** The interactions among records. */
    public static List<FoundInteraction> found(List<FileRecord> records) {
        return records.stream()
                .filter(Found.class::isInstance)
                .map(it -> ((Found) it).interaction())
                .toList();
    }

    /** The reasons among records. */
    public static List<IgnoredReason> reasons(List<FileRecord> records) {
        return records.stream()
                .filter(Ignored.class::isInstance)
                .map(it -> ((Ignored) it).reason())
                .toList();
    }

    /** An interaction in one line: kind, direction, parties, instant. */
    public static String brief(FoundInteraction it) {
        var parties = it.parties().stream()
                .map(party -> party.address() == null ? party.contactId().toString() : party.address())
                .toList();
        return it.kind().json() + " " + it.direction() + " " + String.join("+", parties) + " " + it.occurredAt();
    }

    /** A record in one line: an interaction as above, a reason, or the field at fault. */
    public static String brief(FileRecord record) {
        if (record instanceof Found found) {
            return brief(found.interaction());
        }
        return record instanceof Ignored ignored
                ? ignored.reason().json()
                : "faulty " + ((FileRecord.Faulty) record).field();
    }
}
