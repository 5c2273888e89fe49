package dev.rapport.contacts.importing;

import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.ContactKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Who has which address under which name: the same address and the same name are the same contact. */
final class Pairs {

    /** As PostgreSQL orders them, so that the oldest of several is the same wherever it is looked for. */
    private static final Comparator<UUID> BY_AGE = Comparator.comparing(UUID::toString);

    private final ContactKeys keys;
    private final Map<String, TreeSet<UUID>> contacts = new HashMap<>();

    Pairs(ContactKeys keys) {
        this.keys = keys;
    }

    /** The keys of a contact's addresses and name. */
    static List<String> keys(ContactKeys keys, ContactDetails details) {
        var all = new ArrayList<>(addresses(keys, details));
        all.add(keys.name(details.name()));
        return all;
    }

    /** The keys of a contact's addresses. */
    static List<String> addresses(ContactKeys keys, ContactDetails details) {
        return details.addresses().stream().map(keys::address).toList();
    }

    void add(UUID id, ContactDetails details) {
        of(details).forEach(it -> contacts.computeIfAbsent(it, key -> new TreeSet<>(BY_AGE))
                .add(id));
    }

    void remove(UUID id, ContactDetails details) {
        of(details)
                .forEach(it -> contacts.getOrDefault(it, new TreeSet<>(BY_AGE)).remove(id));
    }

    /** The oldest contact with any of these addresses and this name. */
    Optional<UUID> find(ContactDetails details) {
        return of(details).stream()
                .map(contacts::get)
                .filter(it -> it != null && !it.isEmpty())
                .map(TreeSet::first)
                .min(BY_AGE);
    }

    private List<String> of(ContactDetails details) {
        var name = keys.name(details.name());
        return addresses(keys, details).stream().map(it -> it + '\n' + name).toList();
    }
}
