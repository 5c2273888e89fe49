package dev.rapport.contacts.duplicate;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks up who is worth comparing with a contact: whoever shares an address with it, its name, or how the name sounds or is
 * written. What more than {@value #MOST} contacts share tells nobody apart and is passed over; of such names, those at the same
 * organization are tried.
 */
@ApplicationScoped
class FindCandidates {

    /** How many contacts may share what they are found by. */
    static final int MOST = 50;

    private final WorkspaceSql sql;
    private final CurrentMember member;

    @Inject
    FindCandidates(WorkspaceSql sql, CurrentMember member) {
        this.sql = sql;
        this.member = member;
    }

    /**
     * One look into the index.
     *
     * @param keys that a candidate must have, all of them
     * @param narrower to try where too many have them; null for nothing
     */
    private record Look(Contact contact, Set<String> keys, Set<String> narrower) {}

    private record Asked(int place, Set<String> keys) {}

    /** The pairs to compare for these contacts. */
    Set<Pair> of(Collection<Contact> contacts) {
        var keys = ContactKeys.in(member.workspace());
        var looks = contacts.stream().flatMap(it -> looks(it, keys)).toList();
        var pairs = new HashSet<Pair>();
        var crowded = look(looks, pairs);
        look(
                crowded.stream()
                        .filter(it -> it.narrower() != null)
                        .map(it -> new Look(it.contact(), it.narrower(), null))
                        .toList(),
                pairs);
        return pairs;
    }

    private static Stream<Look> looks(Contact contact, ContactKeys keys) {
        var it = contact.details();
        var addresses = it.addresses().stream().map(keys::address).map(key -> new Look(contact, Set.of(key), null));
        var alike = Stream.concat(Stream.of(keys.name(it.name())), keys.alike(PersonName.of(it)).stream());
        return Stream.concat(addresses, alike.map(key -> new Look(contact, Set.of(key), narrower(key, it, keys))));
    }

    private static Set<String> narrower(String key, ContactDetails it, ContactKeys keys) {
        return it.organization() == null ? null : Set.of(key, keys.organization(it.organization()));
    }

    /** Adds the pairs; returns the looks that found too many. */
    private List<Look> look(List<Look> looks, Set<Pair> pairs) {
        if (looks.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Set<UUID>>();
        var asked = new ArrayList<Asked>();
        for (var look : looks) {
            asked.add(new Asked(found.size(), look.keys()));
            found.add(new HashSet<>());
        }
        sql.list(DuplicateSql.LOOK, Map.of("looks", DetailsJson.write(asked), "limit", MOST + 1), row -> found.get(
                        row.getInt(1))
                .add(row.getObject(2, UUID.class)));
        var crowded = new ArrayList<Look>();
        for (int place = 0; place < looks.size(); place++) {
            var look = looks.get(place);
            if (found.get(place).size() > MOST) {
                crowded.add(look);
            } else {
                found.get(place).stream()
                        .filter(id -> !id.equals(look.contact().id()))
                        .forEach(id -> pairs.add(Pair.of(id, look.contact().id())));
            }
        }
        return crowded;
    }
}
