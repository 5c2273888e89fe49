package dev.rapport.contacts.importing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pages, for the API document. */
final class ImportPages {

    private ImportPages() {}

    /** A page of imports. */
    @Schema(name = "ContactImportPage", description = "One page of imports")
    record Imports(
            @Schema(required = true) List<ImportView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}

    /** A page of problems. */
    @Schema(name = "ContactImportProblemPage", description = "One page of problems")
    record Problems(
            @Schema(required = true) List<ProblemView> items,

            @Schema(description = "Opaque; give it back as ?cursor=.")
            String next) {}
}
