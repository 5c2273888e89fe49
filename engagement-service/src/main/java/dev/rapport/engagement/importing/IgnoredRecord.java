package dev.rapport.engagement.importing;

import dev.rapport.engagement.format.Excerpt;
import dev.rapport.engagement.format.FileRecord;
import dev.rapport.engagement.format.IgnoredReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sound record that was left out, as it says nothing of a tie.
 *
 * @param nr which record of the file it is, from 1
 * @param line where it begins, or which message it is, from 1
 * @param detail what shows it; absent when the reason says it all
 */
@Schema(name = "EngagementImportIgnored")
record IgnoredRecord(
        @Schema(examples = "4") long nr,
        @Schema(examples = "4") long line,
        IgnoredReason reason,
        @Schema(examples = "List-Id") String detail) {

    private static final int LONGEST_DETAIL = 500;

    static IgnoredRecord of(long nr, FileRecord.Ignored ignored) {
        return new IgnoredRecord(nr, ignored.line(), ignored.reason(), Excerpt.line(ignored.detail(), LONGEST_DETAIL));
    }

    static IgnoredRecord read(ResultSet row) throws SQLException {
        return new IgnoredRecord(
                row.getLong("nr"),
                row.getLong("line"),
                IgnoredReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("detail"));
    }
}
