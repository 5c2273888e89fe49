package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.HotKey;
import dev.rapport.engagement.scoring.Tie;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What held ties become: each is continued with what arrived or, where that does not do, folded anew from all that is
 * stored; under the profile that ranks, and under the one that is being built.
 */
final class NextTies {

    /** Those that changed under the profile that ranks. */
    final List<StoredTie> active = new ArrayList<>();
    /** Those that changed under the profile that is being built. */
    final List<StoredTie> building = new ArrayList<>();

    private final HeldTies held;
    private final Occasion occasion;
    private Map<ContactKey, List<Touch>> stored = Map.of();

    private NextTies(HeldTies held, Occasion occasion) {
        this.held = held;
        this.occasion = occasion;
    }

    static NextTies of(Connection transaction, HeldTies held, Occasion occasion) throws SQLException {
        var next = new NextTies(held, occasion);
        next.stored = InteractionHistory.ofContacts(transaction, next.lookingBack());
        held.contacts().forEach(next::add);
        return next;
    }

    private Collection<ContactKey> lookingBack() {
        var contacts = new TreeSet<ContactKey>();
        for (var contact : held.contacts()) {
            var inUse = held.inUse(contact);
            if (held.isAlive(contact)
                    && (looksBack(held.active(contact), inUse.active())
                            || inUse.building()
                                    .filter(it -> isToBeBuilt(contact, it))
                                    .isPresent())) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    private boolean isToBeBuilt(ContactKey contact, WorkspaceScoring scoring) {
        return occasion.rebuilt().contains(contact)
                || held.building(contact)
                        .filter(tie -> !looksBack(tie, scoring))
                        .isEmpty();
    }

    /** Whether a tie cannot just be continued. Another owner's half-life makes it another tie. */
    private boolean looksBack(StoredTie tie, WorkspaceScoring scoring) {
        var profile = scoring.profileOf(held.owner(tie.key()));
        if (occasion.anew().contains(tie.key())) {
            return true;
        }
        return tie.tie().isEmpty()
                ? occasion.back()
                : !scoring.profileOf(tie.owner()).equals(profile)
                        || TieFold.looksBack(tie.tie(), occasion.arrivedFor(tie.key()), profile);
    }

    private void add(ContactKey contact) {
        var before = held.active(contact);
        var inUse = held.inUse(contact);
        var after = next(before, inUse.active(), looksBack(before, inUse.active()));
        if (after.isEmpty()
                && occasion.told().contains(contact)
                && !before.tie().isEmpty()) {
            after = Optional.of(before.again());
        }
        after.ifPresent(active::add);
        long version = after.orElse(before).version();
        inUse.building().ifPresent(scoring -> build(contact, scoring, version));
    }

    /** Its version is the contact's, so that versions go on rising when this profile takes over. */
    private void build(ContactKey contact, WorkspaceScoring scoring, long version) {
        var kept = held.building(contact);
        var before = kept.orElseGet(
                () -> new StoredTie(contact, scoring.generation(), version, null, Tie.EMPTY, HotKey.NONE));
        var after = next(before, scoring, isToBeBuilt(contact, scoring))
                .orElse(before)
                .at(version);
        if (kept.isEmpty() || !after.equals(before)) {
            building.add(after);
        }
    }

    private Optional<StoredTie> next(StoredTie before, WorkspaceScoring scoring, boolean anew) {
        var contact = before.key();
        if (!held.isAlive(contact)) {
            return before.becoming(null, Tie.EMPTY, HotKey.NONE);
        }
        var owner = held.owner(contact);
        var profile = scoring.profileOf(owner);
        // In the order of time, whichever way they come: adding up in another order would round differently.
        var touches = new TreeSet<>(anew ? stored.getOrDefault(contact, List.of()) : occasion.arrivedFor(contact));
        return before.becoming(
                owner,
                TieFold.extend(anew ? Tie.EMPTY : before.tie(), touches, profile),
                (anew ? HotKey.NONE : before.hotKey()).extend(touches, profile));
    }
}
