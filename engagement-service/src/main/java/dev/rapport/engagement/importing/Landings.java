package dev.rapport.engagement.importing;

import dev.rapport.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the interactions of an import land: among the workspace's own, or, for a dry run, nowhere. */
@ApplicationScoped
class Landings {

    private final RecordTogether record;
    private final Drafts drafts;

    @Inject
    Landings(RecordTogether record, Drafts drafts) {
        this.record = record;
        this.drafts = drafts;
    }

    Landing of(ImportJob job) {
        return job.settings(ImportSettings.class).dryRun()
                ? interactions -> drafts.meet(job, record.inThought(interactions))
                : record::forGood;
    }
}
