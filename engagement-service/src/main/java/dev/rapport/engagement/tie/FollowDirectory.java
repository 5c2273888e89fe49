package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.DirectoryChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.TreeSet;

/**
 * Empties the tie of a contact that is gone, folds anew that of one that may be back or stands for others than before, and
 * gives each to the contact's owner, folded with that owner's half-life.
 */
@ApplicationScoped
class FollowDirectory {

    private final Clock clock;

    @Inject
    FollowDirectory(Clock clock) {
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        var transaction = change.transaction();
        var affected = new TreeSet<>(change.contacts());
        affected.addAll(change.regrouped());
        // Also a tie that is not there yet, lest one be added just now by what was true of the directory before.
        var held = HeldTies.of(transaction, affected);
        ChangeTies.change(transaction, held, Occasion.directory(change.regrouped()), clock.instant());
    }
}
