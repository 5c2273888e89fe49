package dev.rapport.notifier.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An enabled endpoint and what it listens to.
 *
 * @param types none for all
 * @param member null for everybody's
 */
record Subscriber(String workspace, UUID id, List<String> types, String member) {

    /** The lock keeps an endpoint from being deleted before what is queued for it can be seen. */
    private static final String ENABLED = """
            select workspace_id, id, events, member from webhook
            where workspace_id = any (?) and disabled_at is null order by workspace_id, id for key share""";

    static List<Subscriber> of(Connection transaction, List<String> workspaces) throws SQLException {
        try (var select = transaction.prepareStatement(ENABLED)) {
            select.setArray(1, transaction.createArrayOf("text", workspaces.toArray()));
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Subscriber>();
                while (rows.next()) {
                    found.add(new Subscriber(
                            rows.getString("workspace_id"),
                            rows.getObject("id", UUID.class),
                            List.of((String[]) rows.getArray("events").getArray()),
                            rows.getString("member")));
                }
                return found;
            }
        }
    }

    boolean wants(NewWebhookEvent event) {
        return workspace.equals(event.workspace())
                && (types.isEmpty() || types.contains(event.type()))
                && (member == null || member.equals(event.member()));
    }
}
