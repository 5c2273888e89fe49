package dev.rapport.notifier.inbox;

import java.util.HashMap;
import java.util.Map;

/**
 * Which items a list shows.
 *
 * @param unread whether only unread ones
 * @param archived whether those that were put away, instead of those that were not
 * @param category only of this one; null for all
 */
record InboxFilter(boolean unread, boolean archived, NotificationCategory category) {

    String sql() {
        return (unread ? " and read_at is null" : "")
                + (archived ? " and archived_at is not null" : " and archived_at is null")
                + (category == null ? "" : " and category = :category");
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("category", category == null ? null : category.json());
        return parameters;
    }
}
