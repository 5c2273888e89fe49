package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The exact values by which contacts are found, as they stand in the index: each begins with its workspace, so that a look-up
 * never touches another's, and with what it is.
 */
public final class ContactKeys {

    /** The index takes no entry above a third of a page. */
    private static final int LONGEST_VALUE = 200;

    /** By which whole lists are filtered, as against a few looked up. */
    private static final Set<String> LISTED = Set.of("interest", "circle", "organization", "introduced", "field");

    private final String workspace;

    private ContactKeys(String workspace) {
        this.workspace = workspace;
    }

    /** The keys of this workspace's contacts. */
    public static ContactKeys in(String workspace) {
        return new ContactKeys(workspace);
    }

    /** A normalised email, phone or handle. */
    public String address(String address) {
        return key("address", address);
    }

    /** An interest; case and accents do not matter. */
    public String interest(String interest) {
        return key("interest", SearchWords.fold(interest.strip()));
    }

    /** A circle. */
    public String circle(UUID circle) {
        return key("circle", circle.toString());
    }

    /** An organization; case and accents do not matter. */
    public String organization(String organization) {
        return key("organization", SearchWords.fold(organization.strip()));
    }

    /** Who introduced the contact. */
    public String introducedBy(UUID contact) {
        return key("introduced", contact.toString());
    }

    /** A custom field's value; of long ones, their beginning. */
    public String customField(String field, JsonNode value) {
        var text = SearchWords.fold(
                value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asText());
        return key("field", field + "=" + text.substring(0, Math.min(text.length(), LONGEST_VALUE)));
    }

    /** A custom field, whatever its value. */
    public String hasField(String field) {
        return key("has-field", field);
    }

    /** The name as a set of words: equal for "Doe, Jane" and "Jane Doe". */
    public String name(String name) {
        return key("name", String.join(" ", new TreeSet<>(SearchWords.of(name))));
    }

    /** What the name shares with names that sound or look like it; none for names of a single word. */
    public Set<String> alike(PersonName name) {
        return name.sounds().isEmpty()
                ? Set.of()
                : Set.of(
                        key("sound", name.sounds().get()),
                        key("letters", name.letters().get()));
    }

    /** All keys of a contact. */
    Set<String> of(ContactDetails it) {
        var keys = new TreeSet<String>();
        it.addresses().forEach(address -> keys.add(address(address)));
        it.interests().forEach(interest -> keys.add(interest(interest)));
        it.circles().forEach(circle -> keys.add(circle(circle)));
        it.customFields().forEach((field, value) -> {
            keys.add(hasField(field));
            keys.add(customField(field, value));
        });
        keys.add(name(it.name()));
        keys.addAll(alike(PersonName.of(it)));
        if (it.organization() != null) {
            keys.add(organization(it.organization()));
        }
        if (it.introducedBy() != null) {
            keys.add(introducedBy(it.introducedBy()));
        }
        return keys;
    }

    /** A key as {@code contact_by_listed_key} has it; empty for one that it has not, see {@code listed_keys} in SQL. */
    Optional<String> listed(String key) {
        var listed = key.substring(workspace.length() + 1);
        return Optional.of(listed).filter(it -> LISTED.contains(listed.substring(0, listed.indexOf(':'))));
    }

    private String key(String kind, String value) {
        return workspace + " " + kind + ":" + value;
    }
}
