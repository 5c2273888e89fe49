package dev.rapport.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The records of a file, one after the other.
 *
 * @param <R> a record
 */
public interface RecordSource<R> extends Closeable {

    /**
     * The next record; empty at the end of the file.
     *
     * @throws IOException only if the file itself cannot be read, never for what it says
     */
    Optional<R> next() throws IOException;
}
