package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something of the file that was not taken over.
 *
 * @param nr from 1, in the order in which problems were found
 * @param line of the file, from 1
 * @param field of the contact, or what the file calls it
 * @param message the reason
 * @param rejected whether the whole record was left out, or only this field or value
 */
@Schema(name = "ContactImportProblem")
record ImportProblem(
        long nr,
        @Schema(examples = "17") long line,
        @Schema(examples = "emails") String field,

        @Schema(examples = "must be an email address, such as jane@example.org")
        String message,

        boolean rejected) {

    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_MESSAGE = 500;

    /** The problem that this fault is; it gets its number when it is stored. */
    static ImportProblem of(Fault fault, boolean rejected) {
        return new ImportProblem(
                0,
                fault.line(),
                storable(fault.field(), LONGEST_FIELD),
                storable(fault.message(), LONGEST_MESSAGE),
                rejected);
    }

    static ImportProblem read(ResultSet row) throws SQLException {
        return new ImportProblem(
                row.getLong("nr"),
                row.getLong("line"),
                row.getString("field"),
                row.getString("message"),
                row.getBoolean("rejected"));
    }

    /** Headers of files get in here: PostgreSQL stores no NUL, and no UTF-8 has half of a surrogate pair. */
    private static String storable(String text, int longest) {
        return text.codePoints()
                .filter(it -> it != 0 && (it < 0xD800 || it > 0xDFFF))
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
