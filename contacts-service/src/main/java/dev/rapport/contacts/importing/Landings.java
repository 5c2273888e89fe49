package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.WriteContacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the contacts of an import land: among the workspace's own, or among the drafts of a dry run. */
@ApplicationScoped
class Landings {

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final WriteContacts write;
    private final RealSurroundings real;
    private final ThoughtSurroundings thought;

    @Inject
    Landings(
            WorkspaceSql sql,
            Contacts contacts,
            WriteContacts write,
            RealSurroundings real,
            ThoughtSurroundings thought) {
        this.sql = sql;
        this.contacts = contacts;
        this.write = write;
        this.real = real;
        this.thought = thought;
    }

    Landing of(ContactImport job) {
        var own = new ContactLanding(sql, contacts, write, job);
        return job.settings().dryRun() ? new DraftLanding(sql, own, job) : own;
    }

    Surroundings surroundings(ContactImport job) {
        return job.settings().dryRun() ? thought : real;
    }
}
