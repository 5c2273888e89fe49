package dev.rapport.notifier.edition.press;

import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.edition.content.About;
import dev.rapport.notifier.relevance.Strength;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of many members, sorted out by member. */
final class Rows {

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Rows() {}

    /** Runs a query whose rows name their member in {@code workspace_id} and {@code member}. */
    static <T> Map<MemberKey, List<T>> byMember(PreparedStatement query, RowReader<T> reader) throws SQLException {
        var found = new HashMap<MemberKey, List<T>>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var member = new MemberKey(rows.getString("workspace_id"), rows.getString("member"));
                found.computeIfAbsent(member, any -> new ArrayList<>()).add(reader.read(rows));
            }
        }
        return found;
    }

    /** Whom a row is about: {@code contact_id, display_name, rank_key, half_life_s, kappa}. */
    static About about(ResultSet row, Instant now) throws SQLException {
        return new About(
                row.getObject("contact_id", UUID.class),
                row.getString("display_name"),
                strength(row).scoreAt(now));
    }

    private static Strength strength(ResultSet row) throws SQLException {
        return row.getObject("rank_key") == null
                ? Strength.NONE
                : new Strength(row.getDouble("rank_key"), row.getDouble("half_life_s"), row.getDouble("kappa"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
