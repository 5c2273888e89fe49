package dev.rapport.engagement.importing;

import dev.rapport.engagement.format.FileReaders;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.imports.ImportJob;
import dev.rapport.imports.ImportKind;
import dev.rapport.imports.ImportNames;
import dev.rapport.imports.ImportProblem;
import dev.rapport.imports.Landed;
import dev.rapport.imports.RecordBatch;
import dev.rapport.imports.RecordSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Imports whose records tell of interactions. */
@ApplicationScoped
class EngagementImports implements ImportKind<FileRecord> {

    static final String PATH = "/v1/engagement-imports";

    private static final ImportNames NAMES =
            new ImportNames("engagement_import", PATH, Tally.COUNTERS, List.of("engagement_import_draft"));

    private final LandRecords landRecords;
    private final IgnoredRecords ignored;

    @Inject
    EngagementImports(LandRecords landRecords, IgnoredRecords ignored) {
        this.landRecords = landRecords;
        this.ignored = ignored;
    }

    @Override
    public ImportNames names() {
        return NAMES;
    }

    @Override
    public RecordSource<FileRecord> open(ImportJob job, InputStream file) throws IOException {
        var settings = job.settings(ImportSettings.class).readerSettings(job.createdAt());
        var reader = FileReaders.open(file, settings);
        return new RecordSource<>() {
            @Override
            public Optional<FileRecord> next() throws IOException {
                return Optional.ofNullable(reader.next());
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    @Override
    public Landed land(ImportJob job, RecordBatch<FileRecord> batch) {
        return landRecords.land(job, batch);
    }

    @Override
    public List<ImportProblem> refused(FileRecord record) {
        return List.of(ImportProblem.of(record.line(), "record", "cannot be stored", true));
    }

    @Override
    public ImportView view(ImportJob job) {
        return ImportView.of(job, ignored.byReason(List.of(job.id())));
    }
}
