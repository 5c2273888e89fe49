package dev.rapport.contacts.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads a file of contacts record by record, without holding more than one record at a time. Not thread-safe. */
public interface ContactFileReader extends Closeable {

    /**
     * The next record; empty at the end of the file. What is no record, or of no use, comes back as a record without contact
     * and with the reason among its faults.
     *
     * @throws IOException only if the file itself cannot be read, never for what it says
     */
    Optional<ImportedRecord> next() throws IOException;
}
