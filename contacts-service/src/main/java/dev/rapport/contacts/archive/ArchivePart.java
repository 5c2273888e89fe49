package dev.rapport.contacts.archive;

import java.io.IOException;

/** A feature whose data belongs into the archive of the caller's workspace. */
public interface ArchivePart {

    /** Writes the data, page by page: however much there is, little of it is in memory at a time. */
    void write(Archive archive) throws IOException;
}
