package dev.rapport.engagement.importing;

import dev.rapport.engagement.format.CsvMapping;
import dev.rapport.engagement.format.FileFormat;
import dev.rapport.engagement.format.ReaderSettings;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client says of its file, and of what to do with it: stored with the import.
 *
 * @param fileName null when unknown
 * @param dryRun whether only to tell what would happen
 * @param own the member's own addresses, normalised and sorted
 * @param source of the interactions that do not state theirs
 * @param timeZone of times that state none
 * @param mapping of CSV's columns to fields
 * @param kind of CSV's rows that do not state theirs; null for none
 * @param direction of CSV's rows that do not state theirs; null for none
 */
record ImportSettings(
        FileFormat format,
        String fileName,
        boolean dryRun,
        List<String> own,
        String source,
        String timeZone,
        Map<String, String> mapping,
        InteractionKind kind,
        Direction direction) {

    ImportSettings {
        own = own == null ? List.of() : own.stream().sorted().distinct().toList();
        mapping = mapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mapping));
    }

    /** The same for a member of whom these addresses are known. */
    ImportSettings with(List<String> addresses) {
        return new ImportSettings(format, fileName, dryRun, addresses, source, timeZone, mapping, kind, direction);
    }

    /**
     * What the file's reader needs to know.
     *
     * @param now the instant of the import, so that it reads the same however often it is taken up again
     */
    ReaderSettings readerSettings(Instant now) {
        return new ReaderSettings(
                format, new HashSet<>(own), source, ZoneId.of(timeZone), new CsvMapping(mapping, kind, direction), now);
    }
}
