package dev.rapport.contacts.importing;

import dev.rapport.imports.ImportProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something of the file that was not taken over, as the API shows it.
 *
 * @param nr from 1, in the order in which problems were found
 * @param line of the file, from 1
 * @param field of the contact, or what the file calls it
 * @param message the reason
 * @param rejected whether the whole record was left out, or only this field or value
 */
@Schema(name = "ContactImportProblem")
record ProblemView(
        long nr,
        @Schema(examples = "17") long line,
        @Schema(examples = "emails") String field,

        @Schema(examples = "must be an email address, such as jane@example.org")
        String message,

        boolean rejected) {

    static ProblemView of(ImportProblem it) {
        return new ProblemView(it.nr(), it.line(), it.field(), it.message(), it.rejected());
    }
}
