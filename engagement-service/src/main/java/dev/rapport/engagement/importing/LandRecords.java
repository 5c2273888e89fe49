package dev.rapport.engagement.importing;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.Problem;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.interaction.Interaction;
import dev.rapport.imports.ImportJob;
import dev.rapport.imports.ImportProblem;
import dev.rapport.imports.Landed;
import dev.rapport.imports.RecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Brings a batch of records in, in the transaction under way. */
@ApplicationScoped
class LandRecords {

    private final ReadFound readFound;
    private final Landings landings;
    private final IgnoredRecords ignoredRecords;

    @Inject
    LandRecords(ReadFound readFound, Landings landings, IgnoredRecords ignoredRecords) {
        this.readFound = readFound;
        this.landings = landings;
        this.ignoredRecords = ignoredRecords;
    }

    /** Records what was found, lists what was ignored, and tells what became of all. */
    Landed land(ImportJob job, RecordBatch<FileRecord> batch) {
        var tally = new Tally();
        var interactions = new ArrayList<Interaction>();
        var ignored = new ArrayList<IgnoredRecord>();
        long nr = batch.first();
        for (var record : batch.records()) {
            if (record instanceof FileRecord.Found found) {
                read(found, job, tally, interactions);
            } else if (record instanceof FileRecord.Ignored left) {
                ignored.add(IgnoredRecord.of(nr, left));
            } else if (record instanceof FileRecord.Faulty faulty) {
                tally.rejected(List.of(ImportProblem.of(faulty.line(), faulty.field(), faulty.reason(), true)));
            }
            nr++;
        }
        landings.of(job).record(interactions).forEach(tally::recorded);
        ignoredRecords.add(job, ignored);
        tally.ignored(ignored.size());
        return tally.landed();
    }

    private void read(FileRecord.Found found, ImportJob job, Tally tally, List<Interaction> interactions) {
        try {
            interactions.add(readFound.read(found.interaction(), job));
        } catch (ApiException e) {
            tally.rejected(problems(found.line(), e.problem()));
        }
    }

    private static List<ImportProblem> problems(long line, Problem problem) {
        return problem.violations() == null
                ? List.of(ImportProblem.of(line, "record", problem.detail(), true))
                : problem.violations().stream()
                        .map(it -> ImportProblem.of(line, it.field(), it.message(), true))
                        .toList();
    }
}
