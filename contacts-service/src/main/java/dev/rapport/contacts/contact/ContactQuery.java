package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.rapport.api.address.Address;
import dev.rapport.api.problem.ApiException;
import dev.rapport.events.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a filter in SQL, on {@code c}: the contacts, or what they are listed by. */
final class ContactQuery {

    private static final String CONTACTS = "contact c";

    /** Present contacts alone, by each key, in the order of their ids. */
    private static final String LISTED = "contact_by_listed_key c";

    private final String from;
    private final List<String> conditions = new ArrayList<>(List.of("c.workspace_id = :workspace"));
    private final Map<String, Object> parameters = new HashMap<>();

    private ContactQuery(String from, ContactFilter filter) {
        this.from = from;
        where("c.owner = :owner", "owner", filter.owner());
        where("c.relationship = :relationship", "relationship", json(filter.relationship()));
    }

    static ContactQuery of(ContactFilter filter, String workspace) {
        return ofContacts(filter, keys(filter, ContactKeys.in(workspace)));
    }

    /**
     * As {@link #of}; where one key is asked for in an order by id, on the index that has this order: a page then costs what it
     * shows, not what has the key.
     */
    static ContactQuery of(ContactFilter filter, ContactSort sort, String workspace) {
        var keys = ContactKeys.in(workspace);
        var asked = keys(filter, keys);
        var listed = sort.isById() && asked.size() == 1 && filter.updatedSince() == null
                ? keys.listed(asked.get(0))
                : Optional.<String>empty();
        return listed.map(key -> ofListed(filter, key)).orElseGet(() -> ofContacts(filter, asked));
    }

    private static ContactQuery ofContacts(ContactFilter filter, List<String> keys) {
        var query = new ContactQuery(CONTACTS, filter);
        query.conditions.add("c.deleted_at is null");
        query.where("c.updated_at >= :updatedSince", "updatedSince", filter.updatedSince());
        query.where("c.keys @> :keys::text[]", "keys", keys.isEmpty() ? null : keys);
        return query;
    }

    private static ContactQuery ofListed(ContactFilter filter, String key) {
        var query = new ContactQuery(LISTED, filter);
        query.where("c.key = :key", "key", key);
        return query;
    }

    /** The table to which the conditions apply. */
    String from() {
        return from;
    }

    boolean isOfContacts() {
        return from.equals(CONTACTS);
    }

    /** Whether nothing is asked for but to be in the workspace. */
    boolean isOfAll() {
        return parameters.isEmpty();
    }

    /** Those that follow the row at this position. */
    void after(ContactSort sort, String key, String id) {
        conditions.add(sort.after());
        parameters.put("afterKey", key);
        parameters.put("afterId", id);
    }

    ContactQuery with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    String conditions() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private static List<String> keys(ContactFilter filter, ContactKeys keys) {
        var wanted = new ArrayList<String>();
        if (present(filter.interest())) {
            wanted.add(keys.interest(filter.interest()));
        }
        if (filter.circle() != null) {
            wanted.add(keys.circle(filter.circle()));
        }
        if (present(filter.organization())) {
            wanted.add(keys.organization(filter.organization()));
        }
        if (filter.introducedBy() != null) {
            wanted.add(keys.introducedBy(filter.introducedBy()));
        }
        if (present(filter.address())) {
            wanted.add(Address.parse(filter.address())
                    .map(address -> keys.address(address.value()))
                    .orElseThrow(() -> ApiException.invalid("address", "must be an email, phone or handle")));
        }
        for (var pair : filter.customField()) {
            int equals = pair.indexOf('=');
            wanted.add(keys.customField(pair.substring(0, equals), TextNode.valueOf(pair.substring(equals + 1))));
        }
        return wanted;
    }

    private static String json(Relationship relationship) {
        return relationship == null ? null : relationship.json();
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    private void where(String condition, String name, Object value) {
        if (value != null && !"".equals(value)) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
