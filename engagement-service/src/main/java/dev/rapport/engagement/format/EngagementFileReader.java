package dev.rapport.engagement.format;

import java.io.IOException;

/** Reads a file record by record, whatever its size; a record that cannot be used never stops the reading. */
public interface EngagementFileReader extends AutoCloseable {

    /**
     * The next record; null at the end of the file.
     *
     * @throws IOException when the stream itself cannot be read; never because of what it says
     */
    FileRecord next() throws IOException;

    /** Closes the file. */
    @Override
    void close() throws IOException;
}
