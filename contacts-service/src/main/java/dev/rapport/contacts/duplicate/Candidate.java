package dev.rapport.contacts.duplicate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A pair that may be one person.
 *
 * @param confidence in thousandths
 */
record Candidate(Pair pair, int confidence, List<Evidence> reasons, List<Evidence> against, boolean dismissed) {

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(
                new Pair(row.getObject("lo", UUID.class), row.getObject("hi", UUID.class)),
                row.getInt("confidence"),
                evidence(row.getArray("reasons")),
                evidence(row.getArray("against")),
                row.getBoolean("dismissed"));
    }

    private static List<Evidence> evidence(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Evidence::of).toList();
    }
}
