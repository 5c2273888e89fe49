package dev.rapport.contacts.importing;

import dev.rapport.imports.ImportJob;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an import's records so far. Each record was created, changed, unchanged or rejected.
 *
 * @param created new contacts
 * @param changed records by which an existing contact changed
 * @param unchanged records that told nothing new
 * @param rejected records of which nothing was taken over
 * @param faults fields and values that were left out of the other records
 */
@Schema(name = "ContactImportCounts")
record Counts(long records, long created, long changed, long unchanged, long rejected, long faults) {

    static Counts of(ImportJob it) {
        return new Counts(
                it.records(),
                it.count("created"),
                it.count("changed"),
                it.count("unchanged"),
                it.count("rejected"),
                it.faults());
    }
}
