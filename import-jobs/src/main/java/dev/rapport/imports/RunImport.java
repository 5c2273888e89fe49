package dev.rapport.imports;

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
    private final ImportKind<?> kind;
    private final ImportStep step;
    private final Progress progress;
    private final ImportConfig config;

    @Inject
    RunImport(ImportKind<?> kind, Uploads uploads, ImportStep step, Progress progress, ImportConfig config) {
        this.kind = kind;
        this.uploads = uploads;
        this.step = step;
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
        return run(kind, run, shallStop);
    }

    private <R> boolean run(ImportKind<R> kind, Run run, BooleanSupplier shallStop) {
        try (var file = uploads.open(run.job());
                var source = kind.open(run.job(), file)) {
            var isCancelled = run.isCancelled() || skip(run, source);
            long first = run.job().records() + 1;
            while (!isCancelled && !shallStop.getAsBoolean()) {
                var records = next(file, source);
                if (records.isEmpty()) {
                    return finish(run, shallStop);
                }
                isCancelled = land(kind, run, new RecordBatch<>(first, records, file.position()));
                first += records.size();
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
    private boolean skip(Run run, RecordSource<?> source) throws IOException {
        boolean isCancelled = false;
        for (long nr = 1; nr <= run.job().records(); nr++) {
            if (source.next().isEmpty()) {
                throw new IOException("the file has fewer records than before");
            }
            if (nr % (100L * config.batchRecords()) == 0) {
                isCancelled |= progress.stay(run);
            }
        }
        return isCancelled;
    }

    private <R> List<R> next(StoredFile file, RecordSource<R> source) throws IOException {
        var records = new ArrayList<R>();
        long end = file.position() + config.batchBytes().asLongValue();
        do {
            var record = source.next();
            if (record.isEmpty()) {
                break;
            }
            records.add(record.get());
        } while (records.size() < config.batchRecords() && file.position() < end);
        return records;
    }

    /** One record that cannot be stored spoils none of the others. */
    private <R> boolean land(ImportKind<R> kind, Run run, RecordBatch<R> batch) {
        try {
            return step.land(kind, run, batch);
        } catch (LostRun e) {
            throw e;
        } catch (RuntimeException e) {
            if (PassingFault.is(e)) {
                throw e;
            }
            int count = batch.records().size();
            LOG.warnf("batch=refused import=%s records=%d cause=%s", run.job().id(), count, e.getClass());
            if (count == 1) {
                return step.reject(kind, run, batch);
            }
        }
        boolean isCancelled = false;
        for (var record : batch.single()) {
            isCancelled |= land(kind, run, record);
        }
        return isCancelled;
    }

    private boolean finish(Run run, BooleanSupplier shallStop) {
        while (!shallStop.getAsBoolean()) {
            var finished = step.finish(kind, run, config.batchRecords());
            if (finished.isAll() || finished.isCancelled()) {
                return end(run, finished.isCancelled() ? ImportState.CANCELLED : ImportState.DONE, null);
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
