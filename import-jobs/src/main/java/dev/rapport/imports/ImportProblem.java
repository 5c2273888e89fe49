package dev.rapport.imports;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something of the file that was not taken over.
 *
 * @param nr from 1, in the order in which problems were found
 * @param line of the file, from 1
 * @param field of the record, or what the file calls it
 * @param message the reason
 * @param rejected whether the whole record was left out, or only this field or value
 */
public record ImportProblem(long nr, long line, String field, String message, boolean rejected) {

    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_MESSAGE = 500;

    /** A problem of a field; it gets its number when it is stored. */
    public static ImportProblem of(long line, String field, String message, boolean rejected) {
        return new ImportProblem(0, line, storable(field, LONGEST_FIELD), storable(message, LONGEST_MESSAGE), rejected);
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
