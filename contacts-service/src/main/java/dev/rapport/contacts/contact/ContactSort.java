package dev.rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.function.Function;

/** The orders of the list of contacts; a minus stands for descending. Each is the order of an index. */
public enum ContactSort {
    CREATED("created", "id", "uuid", contact -> contact.id().toString()),
    UPDATED("updated", "updated_at", "timestamptz", contact -> contact.updatedAt()
            .toString()),
    NAME(
            "name",
            "name_key",
            "text",
            contact -> SearchWords.fold(contact.details().name())),
    ORGANIZATION("organization", "organization_key", "text", ContactSort::organization),
    CREATED_DESCENDING("-created", CREATED),
    UPDATED_DESCENDING("-updated", UPDATED),
    NAME_DESCENDING("-name", NAME),
    ORGANIZATION_DESCENDING("-organization", ORGANIZATION);

    private final String json;
    private final boolean ascending;
    private final String column;
    private final String type;
    private final Function<Contact, String> key;

    ContactSort(String json, String column, String type, Function<Contact, String> key) {
        this.json = json;
        this.ascending = true;
        this.column = column;
        this.type = type;
        this.key = key;
    }

    ContactSort(String json, ContactSort reverse) {
        this.json = json;
        this.ascending = false;
        this.column = reverse.column;
        this.type = reverse.type;
        this.key = reverse.key;
    }

    /** The name in the API. */
    @JsonValue
    @Override
    public String toString() {
        return json;
    }

    /** The order with this name; throws {@link IllegalArgumentException} for an unknown one. */
    @JsonCreator
    public static ContactSort fromString(String json) {
        return Arrays.stream(values())
                .filter(sort -> sort.json.equals(json))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + Arrays.toString(values())));
    }

    /** Whether it is the order of ids, which contacts get in the order of their creation. */
    boolean isById() {
        return column.equals("id");
    }

    /** What comes after the row with {@code :afterKey} and {@code :afterId}. */
    String after() {
        return "(c." + column + ", c.id) " + (ascending ? ">" : "<") + " (:afterKey::" + type + ", :afterId::uuid)";
    }

    String orderBy() {
        var direction = ascending ? "" : " desc";
        return "c." + column + direction + ", c.id" + direction;
    }

    /** Where a contact stands in this order, beside its id. */
    String keyOf(Contact contact) {
        return key.apply(contact);
    }

    private static String organization(Contact contact) {
        var organization = contact.details().organization();
        return organization == null ? "" : SearchWords.fold(organization);
    }
}
