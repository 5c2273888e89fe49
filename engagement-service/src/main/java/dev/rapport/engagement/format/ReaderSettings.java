package dev.rapport.engagement.format;

import dev.rapport.api.address.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * Whose file it is and how to read it.
 *
 * @param own the member's own addresses, normalised ({@link Address#value()}); for LinkedIn files also the member's name
 * @param source the source of the interactions that do not state their own
 * @param zone of times that state none
 * @param mapping what the columns of a CSV file mean; {@link CsvMapping#NONE} goes by their names
 * @param now the instant of the import: nothing later has happened yet
 */
public record ReaderSettings(
        FileFormat format, Set<String> own, String source, ZoneId zone, CsvMapping mapping, Instant now) {

    /** Takes a copy of the own addresses; no mapping is {@link CsvMapping#NONE}. */
    public ReaderSettings {
        Objects.requireNonNull(format);
        Objects.requireNonNull(source);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(now);
        own = Set.copyOf(own);
        mapping = mapping == null ? CsvMapping.NONE : mapping;
    }
}
