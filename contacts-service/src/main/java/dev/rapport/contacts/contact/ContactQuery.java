package dev.rapport.contacts.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The HQL of a list of contacts, newest id first. Hibernate adds the workspace and leaves out the bin. */
final class ContactQuery {

    private static final int MOST_WORDS = 8;

    private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> parameters = new HashMap<>();

    private ContactQuery() {}

    static ContactQuery of(ContactFilter filter) {
        var query = new ContactQuery();
        query.where("c.details.owner = :owner", "owner", filter.owner());
        query.where("c.details.relationship = :relationship", "relationship", filter.relationship());
        query.where(
                "function('contact_interested' as Boolean, c.details.interests, :interest)",
                "interest",
                filter.interest());
        query.where("c.updatedAt >= :updatedSince", "updatedSince", filter.updatedSince());
        query.words(filter.q());
        return query;
    }

    void olderThan(UUID id) {
        where("c.id < :olderThan", "olderThan", id);
    }

    String text() {
        return "from Contact c where " + String.join(" and ", conditions) + " order by c.id desc";
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    private void words(String q) {
        var words = q == null ? List.<String>of() : Arrays.asList(q.strip().split("\\s+"));
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            where(
                    "function('contact_matches' as Boolean, column(c.search as String), :word" + i + ")",
                    "word" + i,
                    words.get(i));
        }
    }

    private void where(String condition, String name, Object value) {
        if (value != null && !"".equals(value)) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
