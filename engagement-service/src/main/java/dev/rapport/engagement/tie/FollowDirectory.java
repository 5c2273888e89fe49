package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.Directory;
import dev.rapport.engagement.directory.DirectoryChange;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Empties the tie of a deleted contact, folds that of one that may be back anew, and gives each to the contact's owner. */
@ApplicationScoped
class FollowDirectory {

    private static final ScoringProfile PROFILE = ScoringProfile.DEFAULT;

    private final Clock clock;

    @Inject
    FollowDirectory(Clock clock) {
        this.clock = clock;
    }

    void follow(@Observes DirectoryChange change) throws SQLException {
        var transaction = change.transaction();
        // Also a tie that is not there yet, lest one be added just now by what was true of the directory before.
        var ties = Ties.lock(transaction, change.contacts());
        var owners = Directory.owners(transaction, ties.keySet());
        var empty = new TreeSet<ContactKey>();
        ties.forEach((contact, stored) -> {
            if (stored.tie().isEmpty() && owners.containsKey(contact)) {
                empty.add(contact);
            }
        });
        var history = InteractionHistory.ofContacts(transaction, empty);
        var next = new ArrayList<StoredTie>();
        ties.forEach((contact, stored) -> {
            var tie = empty.contains(contact)
                    ? TieFold.fold(history.getOrDefault(contact, List.of()), PROFILE)
                    : owners.containsKey(contact) ? stored.tie() : Tie.EMPTY;
            stored.becoming(owners.get(contact), tie).ifPresent(next::add);
        });
        ChangeTies.change(transaction, next, PROFILE, clock.instant());
    }
}
