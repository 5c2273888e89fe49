package dev.rapport.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What is particular to the imports of one service; it has one bean of this type.
 *
 * @param <R> a record of a file
 */
public interface ImportKind<R> {

    /** Where the imports are kept and found. */
    ImportNames names();

    /** Opens a file at its first record; whenever it is opened, it has the same records in the same order. */
    RecordSource<R> open(ImportJob job, InputStream file) throws IOException;

    /**
     * Brings records in, in the transaction under way, which is the progress's too. What it throws other than for a passing fault
     * of the database has the records tried again one by one.
     */
    Landed land(ImportJob job, RecordBatch<R> batch);

    /** What is to be listed of a record that cannot be stored. */
    List<ImportProblem> refused(R record);

    /**
     * Does a part of what is left when all records are in, in the transaction under way.
     *
     * @param limit how much is a part
     */
    default Finishing finish(ImportJob job, int limit) {
        return Finishing.NOTHING_LEFT;
    }

    /** The import as the API shows it. */
    Object view(ImportJob job);
}
