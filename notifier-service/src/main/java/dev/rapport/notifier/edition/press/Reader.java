package dev.rapport.notifier.edition.press;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.preference.Preferences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A member for whom an edition is composed.
 *
 * @param settledOn the local date that was dealt with last; empty before the first
 * @param heardUntil up to when the last edition told what was heard; empty before the first
 */
record Reader(MemberKey member, Preferences preferences, Optional<LocalDate> settledOn, Optional<Instant> heardUntil) {

    /** What {@link #read} reads of the schedule {@code s} and the preferences {@code p}. */
    static final String COLUMNS = "s.settled_on, s.heard_until, " + Preferences.COLUMNS;

    static Reader read(ResultSet row, MemberKey member) throws SQLException {
        var preferences = Preferences.read(row);
        // Here, rather than in the middle of a batch, shows whether there is such a zone.
        preferences.schedule();
        return new Reader(
                member,
                preferences,
                Optional.ofNullable(row.getObject("settled_on", LocalDate.class)),
                Optional.ofNullable(instant(row, "heard_until")));
    }

    /** The edition that the member should have by now and that was not dealt with yet. */
    Optional<Issue> issue(Instant now, Duration lateAfter) {
        return Issue.at(preferences.schedule(), now, lateAfter)
                .filter(issue -> settledOn.filter(issue.date()::equals).isEmpty());
    }
}
