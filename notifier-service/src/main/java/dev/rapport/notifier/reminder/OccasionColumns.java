package dev.rapport.notifier.reminder;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.notifier.planning.ReminderState;
import dev.rapport.notifier.planning.Situation.Anniversary;
import dev.rapport.notifier.planning.Situation.Congratulated;
import dev.rapport.notifier.planning.YearlyDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of {@link SituationSql} that speak of birthdays and anniversaries. */
final class OccasionColumns {

    private OccasionColumns() {}

    static Optional<YearlyDay> birthday(ResultSet row) throws SQLException {
        return YearlyDay.parse(row.getString("birthday"));
    }

    /** Each is its date and, after a space, its label. */
    static List<Anniversary> anniversaries(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("anniversaries").getArray())
                .map(text -> text.split(" ", 2))
                .flatMap(parts -> YearlyDay.parse(parts[0]).map(day -> new Anniversary(parts[1], day)).stream())
                .toList();
    }

    static Optional<Congratulated> lastBirthday(ResultSet row) throws SQLException {
        var cause = row.getString("birthday_cause");
        if (cause == null) {
            return Optional.empty();
        }
        return Optional.of(new Congratulated(
                Integer.parseInt(cause.substring(cause.indexOf(':') + 1)),
                ReminderState.of(row.getString("birthday_state")),
                instant(row, "birthday_rests_until")));
    }

    static Set<String> closedAnniversaries(ResultSet row) throws SQLException {
        var causes = row.getArray("closed_anniversaries");
        return causes == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) causes.getArray()));
    }
}
