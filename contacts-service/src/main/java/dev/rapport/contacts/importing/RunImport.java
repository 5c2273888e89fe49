package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.ContactFileReader;
import dev.rapport.contacts.format.ImportedRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Works an import off. It reads the file from its beginning, passes over the records that are dealt with, and brings the
 * others in batch by batch, each in one transaction with the count of records dealt with: so whoever goes on after an
 * interruption goes on exactly there.
 */
@ApplicationScoped
class RunImport {

    private static final Logger LOG = Logger.getLogger(RunImport.class);

    private final Uploads uploads;
    private final LandBatch batch;
    private final LinkIntroducers introducers;
    private final Progress progress;
    private final ImportConfig config;

    @Inject
    RunImport(Uploads uploads, LandBatch batch, LinkIntroducers introducers, Progress progress, ImportConfig config) {
        this.uploads = uploads;
        this.batch = batch;
        this.introducers = introducers;
        this.progress = progress;
        this.config = config;
    }

    /**
     * Runs until the import is over, or until it shall stop for now.
     *
     * @param shallStop asked between batches
     * @return whether the import is over
     */
    boolean run(Run run, BooleanSupplier shallStop) {
        var settings = run.job().settings();
        try (var file = uploads.open(run.job());
                var reader = settings.format().reader(file, settings.readSettings())) {
            var isCancelled = run.isCancelled() || skip(run, reader);
            while (!isCancelled && !shallStop.getAsBoolean()) {
                var records = next(file, reader);
                if (records.isEmpty()) {
                    return link(run, shallStop);
                }
                isCancelled = land(run, records, file.position());
            }
            return isCancelled && end(run, ImportState.CANCELLED, null);
        } catch (IOException e) {
            LOG.warnf("import=unreadable id=%s cause=%s", run.job().id(), e.getMessage());
            return end(run, ImportState.FAILED, "The file cannot be read to its end.");
        }
    }

    /** Gives an import up that makes no progress. */
    void giveUp(Run run) {
        end(
                run,
                ImportState.FAILED,
                "The import was interrupted too often. Start it again: what is done is not repeated.");
    }

    /** Passes over what is dealt with, which may take longer than the lease. */
    private boolean skip(Run run, ContactFileReader reader) throws IOException {
        boolean isCancelled = false;
        for (long nr = 1; nr <= run.job().counts().records(); nr++) {
            if (reader.next().isEmpty()) {
                throw new IOException("the file has fewer records than before");
            }
            if (nr % (100L * config.batchRecords()) == 0) {
                isCancelled |= progress.stay(run);
            }
        }
        return isCancelled;
    }

    private List<ImportedRecord> next(StoredFile file, ContactFileReader reader) throws IOException {
        var records = new ArrayList<ImportedRecord>();
        long end = file.position() + config.batchBytes().asLongValue();
        do {
            var record = reader.next();
            if (record.isEmpty()) {
                break;
            }
            records.add(record.get());
        } while (records.size() < config.batchRecords() && file.position() < end);
        return records;
    }

    /** One record that cannot be stored spoils none of the others. */
    private boolean land(Run run, List<ImportedRecord> records, long position) {
        try {
            return batch.land(run, records, position);
        } catch (LostRun e) {
            throw e;
        } catch (RuntimeException e) {
            if (PassingFault.is(e)) {
                throw e;
            }
            LOG.warnf("batch=refused import=%s records=%d cause=%s", run.job().id(), records.size(), e.getClass());
            if (records.size() == 1) {
                return batch.reject(run, records.get(0), position);
            }
        }
        boolean isCancelled = false;
        for (var record : records) {
            isCancelled |= land(run, List.of(record), position);
        }
        return isCancelled;
    }

    private boolean link(Run run, BooleanSupplier shallStop) {
        while (!shallStop.getAsBoolean()) {
            var linked = introducers.link(run, config.batchRecords());
            if (linked.isAll() || linked.isCancelled()) {
                return end(run, linked.isCancelled() ? ImportState.CANCELLED : ImportState.DONE, null);
            }
        }
        return false;
    }

    private boolean end(Run run, ImportState state, String failure) {
        progress.end(run, state, failure);
        LOG.infof("import=%s id=%s", state.json(), run.job().id());
        return true;
    }
}
