package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
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

/**
 * Empties the tie of a contact that is gone, folds anew that of one that may be back or stands for others than before, and
 * gives each to the contact's owner.
 */
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
        var affected = new TreeSet<>(change.contacts());
        affected.addAll(change.regrouped());
        // Also a tie that is not there yet, lest one be added just now by what was true of the directory before.
        var held = HeldTies.of(transaction, affected);
        var anew = new TreeSet<ContactKey>();
        held.ties().forEach((contact, stored) -> {
            if (held.isAlive(contact)
                    && (stored.tie().isEmpty() || change.regrouped().contains(contact))) {
                anew.add(contact);
            }
        });
        var history = InteractionHistory.ofContacts(transaction, anew);
        var next = new ArrayList<StoredTie>();
        held.ties().forEach((contact, stored) -> {
            var tie = anew.contains(contact)
                    ? TieFold.fold(history.getOrDefault(contact, List.of()), PROFILE)
                    : held.isAlive(contact) ? stored.tie() : Tie.EMPTY;
            stored.becoming(held.owner(contact), tie).ifPresent(next::add);
        });
        ChangeTies.change(transaction, next, PROFILE, clock.instant());
        Ties.forget(transaction, held.strangers());
    }
}
