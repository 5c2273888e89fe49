package dev.rapport.engagement.importing;

import dev.rapport.imports.ImportProblem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pages, for the API document. */
final class ImportPages {

    private ImportPages() {}

    /** A page of imports. */
    @Schema(name = "EngagementImportPage", description = "One page of imports")
    record Imports(
            @Schema(required = true) List<ImportView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}

    /** A page of problems. */
    @Schema(name = "ImportProblemPage", description = "One page of problems")
    record Problems(
            @Schema(required = true) List<ImportProblem> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}

    /** A page of records that were left out. */
    @Schema(name = "EngagementImportIgnoredPage", description = "One page of ignored records")
    record Ignored(
            @Schema(required = true) List<IgnoredRecord> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
