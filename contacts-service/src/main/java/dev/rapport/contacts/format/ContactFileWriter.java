package dev.rapport.contacts.format;

import java.io.Closeable;
import java.io.IOException;

/** Writes a file of contacts, one after the other; {@link #close()} completes it. Not thread-safe. */
public interface ContactFileWriter extends Closeable {

    /** Adds a contact to the file. */
    void write(ExportedContact contact) throws IOException;
}
