package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.ImportedRecord;

/**
 * A record of the file as it is recognised.
 *
 * @param ref how it is found again, in whatever file
 * @param hash of what it says and what the import does with that
 */
record Incoming(ImportedRecord record, String ref, String hash) {

    static Incoming of(ImportedRecord record, ImportSettings settings) {
        var content = Hashes.content(record);
        return new Incoming(record, Hashes.ref(record, content), Hashes.applied(content, settings));
    }
}
