package dev.rapport.notifier.webhook;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The log of what an endpoint was sent. */
@ApplicationScoped
class WebhookDeliveries {

    private static final String LIST = "webhook-deliveries:newest";

    @Inject
    WorkspaceSql sql;

    @Inject
    Webhooks webhooks;

    /** One page, newest first. */
    Page<DeliveryView> page(UUID webhook, DeliveryState state, int limit, String cursor) {
        webhooks.require(webhook);
        var after =
                Cursor.read(LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
        var parameters = new HashMap<String, Object>(Map.of("webhook", webhook, "rows", limit + 1));
        parameters.put("state", state == null ? null : state.json());
        after.ifPresent(position -> {
            parameters.put("createdAt", position.createdAt());
            parameters.put("id", position.id());
        });
        var query = DeliveryView.SELECT
                + (state == null ? "" : " and d.state = :state")
                + (after.isPresent() ? " and (d.created_at, d.id) < (:createdAt, :id)" : "")
                + " order by d.created_at desc, d.id desc limit :rows";
        return Page.of(
                sql.list(query, parameters, DeliveryView::read),
                limit,
                last -> Cursor.of(LIST, last.createdAt(), last.id()));
    }

    /** One delivery with all its attempts; 404 for an unknown one or another endpoint's. */
    DeliveryView require(UUID webhook, UUID id) {
        return sql.first(
                        DeliveryView.SELECT + " and d.id = :id",
                        Map.of("webhook", webhook, "id", id),
                        DeliveryView::read)
                .orElseThrow(() -> ApiException.notFound("delivery of this webhook"))
                .with(sql.list(DeliveryView.Attempt.SELECT, Map.of("id", id), DeliveryView.Attempt::read));
    }

    private record Position(Instant createdAt, UUID id) {}
}
