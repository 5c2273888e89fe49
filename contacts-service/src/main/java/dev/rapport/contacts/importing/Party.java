package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.ContactWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The contacts that a batch of records meets, as they were and as they become. */
final class Party {

    private final Map<UUID, Contact> before = new HashMap<>();
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Map<UUID, ContactDetails> after = new LinkedHashMap<>();
    private final Set<UUID> had = new HashSet<>();
    private final Pairs pairs;
    private final Landing landing;

    Party(Landing landing, ContactKeys keys) {
        this.landing = landing;
        this.pairs = new Pairs(keys);
    }

    /** Brings contacts in, with those who stand for the merged ones among them; nobody else changes them from now on. */
    void meet(Collection<UUID> ids) {
        var unknown = new HashSet<>(ids);
        unknown.removeAll(before.keySet());
        var found = landing.lock(unknown);
        var merged = new HashSet<UUID>();
        for (var contact : found.values()) {
            if (contact.mergedInto() != null) {
                landing.survivorOf(contact.id()).ifPresent(it -> survivors.put(contact.id(), it));
            }
        }
        merged.addAll(survivors.values());
        merged.removeAll(found.keySet());
        merged.removeAll(before.keySet());
        found.putAll(landing.lock(merged));
        before.putAll(found);
        had.addAll(landing.had(found.keySet()));
        found.values().stream().filter(Contact::isPresent).forEach(it -> pairs.add(it.id(), it.details()));
    }

    /** Whom this id stands for: itself, or the survivor of its merges; empty when nobody has it. */
    Optional<UUID> find(UUID id) {
        var survivor = survivors.getOrDefault(id, id);
        return before.containsKey(survivor) || after.containsKey(survivor) ? Optional.of(survivor) : Optional.empty();
    }

    /** The oldest who has one of these addresses and this name. */
    Optional<UUID> find(ContactDetails details) {
        return pairs.find(details);
    }

    /** Whether this contact is in the bin, and was not just brought back. */
    boolean isDeleted(UUID id) {
        return !after.containsKey(id) && !before.get(id).isPresent();
    }

    /** Whether an earlier record of the same import is of this contact. */
    boolean had(UUID id) {
        return had.contains(id);
    }

    /** Notes that a record of the import is of this contact. */
    void has(UUID id) {
        had.add(id);
    }

    ContactDetails details(UUID id) {
        return after.containsKey(id) ? after.get(id) : before.get(id).details();
    }

    /** Gives the contact these details. */
    void become(UUID id, ContactDetails details) {
        if (after.containsKey(id) || before.containsKey(id)) {
            pairs.remove(id, details(id));
        }
        after.put(id, details);
        pairs.add(id, details);
    }

    /** What is to be written. */
    List<ContactWrite> writes(Instant now) {
        var writes = new ArrayList<ContactWrite>();
        after.forEach((id, details) -> {
            var contact = before.get(id);
            if (contact == null) {
                writes.add(ContactWrite.added(Contact.added(id, details, now)));
            } else if (!contact.isPresent()) {
                writes.add(new ContactWrite(ContactWrite.Kind.RESTORED, contact, contact.restored(details, now)));
            } else if (!contact.details().equals(details)) {
                writes.add(ContactWrite.changed(contact, contact.changed(details, now)));
            }
        });
        return writes;
    }
}
