package dev.rapport.engagement.tie;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.scoring.Touch;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why held ties may change.
 *
 * @param arrived what is stored and was told of, by the contact that it counts for
 * @param anew contacts whose ties must be folded anew, whatever they hold
 * @param rebuilt contacts to be folded under the profile that is being built
 * @param told contacts to be told of once more
 * @param back whether an empty tie may be one that was emptied and has its interactions again
 */
record Occasion(
        Map<ContactKey, List<Touch>> arrived,
        Set<ContactKey> anew,
        Set<ContactKey> rebuilt,
        Set<ContactKey> told,
        boolean back) {

    static Occasion interactions(Map<ContactKey, List<Touch>> arrived, Set<ContactKey> retracted) {
        return new Occasion(arrived, retracted, Set.of(), Set.of(), false);
    }

    static Occasion directory(Set<ContactKey> regrouped) {
        return new Occasion(Map.of(), regrouped, Set.of(), Set.of(), true);
    }

    static Occasion rebuilding(Set<ContactKey> contacts) {
        return new Occasion(Map.of(), Set.of(), contacts, Set.of(), false);
    }

    static Occasion telling(Set<ContactKey> contacts) {
        return new Occasion(Map.of(), Set.of(), Set.of(), contacts, false);
    }

    List<Touch> arrivedFor(ContactKey contact) {
        return arrived.getOrDefault(contact, List.of());
    }
}
