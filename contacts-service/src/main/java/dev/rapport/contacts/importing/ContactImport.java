package dev.rapport.contacts.importing;

import dev.rapport.api.security.Member;
import dev.rapport.imports.ImportJob;
import java.util.UUID;

/**
 * An import of contacts, as those who land its records see it.
 *
 * @param member whose import it is
 */
record ContactImport(UUID id, Member member, ImportSettings settings) {

    static ContactImport of(ImportJob job) {
        return new ContactImport(job.id(), job.member(), job.settings(ImportSettings.class));
    }
}
