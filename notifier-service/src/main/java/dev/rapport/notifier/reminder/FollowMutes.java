package dev.rapport.notifier.reminder;

import dev.rapport.notifier.mute.MutedKindsChanged;
import dev.rapport.notifier.mute.MutesChanged;
import dev.rapport.notifier.preference.PreferencesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plans anew what members mute, and what they mute no more. */
@ApplicationScoped
class FollowMutes {

    @Inject
    ReminderPlanner planner;

    @Inject
    DataSource database;

    void follow(@Observes MutesChanged changed) throws SQLException {
        try (var transaction = database.getConnection()) {
            planner.plan(transaction, changed.contacts());
        }
    }

    /** As when the member's preferences change: the member is held alone. */
    void follow(@Observes MutedKindsChanged changed) throws SQLException {
        planner.follow(new PreferencesChanged(changed.member()));
    }
}
