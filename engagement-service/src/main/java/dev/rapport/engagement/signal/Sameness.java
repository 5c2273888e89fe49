package dev.rapport.engagement.signal;

import dev.rapport.events.SignalKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which signals of a contact are one: those that likeness links, directly or through others. It depends on the signals alone
 * and not on the order in which they came; the order only decides which of them stands for the others, namely the first.
 */
final class Sameness {

    private final List<Sighting> sightings;
    private final int[] parent;

    private Sameness(Collection<Sighting> sightings) {
        this.sightings = new ArrayList<>(sightings);
        this.sightings.sort(Comparator.comparing(Sighting::at).thenComparing(Sighting::id));
        this.parent = new int[this.sightings.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /** For each signal that another stands for, that other one. */
    static Map<UUID, UUID> of(Collection<Sighting> sightings) {
        var sameness = new Sameness(sightings);
        sameness.link();
        return sameness.followers();
    }

    private void link() {
        for (int later = 1; later < parent.length; later++) {
            for (int earlier = later - 1; earlier >= 0 && isInReach(earlier, later); earlier--) {
                if (root(earlier) != root(later) && Likeness.alike(sightings.get(earlier), sightings.get(later))) {
                    parent[root(later)] = root(earlier);
                }
            }
        }
    }

    /** They are in the order of time, so that beyond the window nothing can be alike, but for posts. */
    private boolean isInReach(int earlier, int later) {
        var other = sightings.get(later);
        return other.kind() == SignalKind.POST
                || !sightings.get(earlier).at().plus(Likeness.WINDOW).isBefore(other.at());
    }

    private int root(int index) {
        int root = index;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private Map<UUID, UUID> followers() {
        var first = new HashMap<Integer, Sighting>();
        for (int i = 0; i < parent.length; i++) {
            first.merge(
                    root(i), sightings.get(i), (one, other) -> Sighting.FIRST.compare(one, other) <= 0 ? one : other);
        }
        var followers = new HashMap<UUID, UUID>();
        for (int i = 0; i < parent.length; i++) {
            var stands = first.get(root(i)).id();
            if (!stands.equals(sightings.get(i).id())) {
                followers.put(sightings.get(i).id(), stands);
            }
        }
        return followers;
    }
}
