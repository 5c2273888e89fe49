package dev.rapport.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;

/** The transactions of an import: in each, what the kind does and the progress. All tell whether somebody has asked to stop. */
@ApplicationScoped
class ImportStep {

    private final Progress progress;

    @Inject
    ImportStep(Progress progress) {
        this.progress = progress;
    }

    /** A part of the end of an import. */
    record Finished(boolean isAll, boolean isCancelled) {}

    /** Brings records in. */
    @Transactional(TxType.REQUIRES_NEW)
    <R> boolean land(ImportKind<R> kind, Run run, RecordBatch<R> batch) {
        return progress.advance(run, batch.records().size(), kind.land(run.job(), batch), batch.position());
    }

    /** Lists a record that the database refuses. */
    @Transactional(TxType.REQUIRES_NEW)
    <R> boolean reject(ImportKind<R> kind, Run run, RecordBatch<R> refused) {
        var landed = new Landed(
                Map.of(ImportNames.REJECTED, 1L), kind.refused(refused.records().get(0)));
        return progress.advance(run, 1, landed, refused.position());
    }

    /** Does a part of what is left when all records are in. */
    @Transactional(TxType.REQUIRES_NEW)
    Finished finish(ImportKind<?> kind, Run run, int limit) {
        var part = kind.finish(run.job(), limit);
        boolean isCancelled = progress.advance(run, 0, new Landed(Map.of(), part.problems()), 0);
        return new Finished(part.isAll(), isCancelled);
    }
}
