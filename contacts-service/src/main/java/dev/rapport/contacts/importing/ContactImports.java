package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.Fault;
import dev.rapport.contacts.format.ImportedRecord;
import dev.rapport.imports.Finishing;
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
import java.util.stream.Stream;

/** Imports whose records are contacts. */
@ApplicationScoped
class ContactImports implements ImportKind<ImportedRecord> {

    private static final ImportNames NAMES = new ImportNames(
            "contact_import",
            "/v1/contact-imports",
            Stream.of(Outcome.Kind.values()).map(Outcome.Kind::column).toList(),
            List.of("contact_import_link", "contact_import_draft", "contact_import_draft_source"));

    private final LandBatch landBatch;
    private final LinkIntroducers linkIntroducers;

    @Inject
    ContactImports(LandBatch landBatch, LinkIntroducers linkIntroducers) {
        this.landBatch = landBatch;
        this.linkIntroducers = linkIntroducers;
    }

    @Override
    public ImportNames names() {
        return NAMES;
    }

    @Override
    public RecordSource<ImportedRecord> open(ImportJob job, InputStream file) throws IOException {
        var settings = job.settings(ImportSettings.class);
        var reader = settings.format().reader(file, settings.readSettings());
        return new RecordSource<>() {
            @Override
            public Optional<ImportedRecord> next() throws IOException {
                return reader.next();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    @Override
    public Landed land(ImportJob job, RecordBatch<ImportedRecord> batch) {
        return Outcome.landed(landBatch.land(ContactImport.of(job), batch.records()));
    }

    @Override
    public List<ImportProblem> refused(ImportedRecord record) {
        return Stream.concat(
                        record.faults().stream(), Stream.of(new Fault(record.line(), "record", "cannot be stored")))
                .map(it -> Outcome.problem(it, true))
                .toList();
    }

    /** Introducers who came later in the file than those whom they introduced. */
    @Override
    public Finishing finish(ImportJob job, int limit) {
        return linkIntroducers.link(ContactImport.of(job), limit);
    }

    @Override
    public ImportView view(ImportJob job) {
        return ImportView.of(job);
    }
}
