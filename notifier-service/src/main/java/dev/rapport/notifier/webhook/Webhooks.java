package dev.rapport.notifier.webhook;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The endpoints of the caller's workspace. */
@ApplicationScoped
class Webhooks {

    private static final String LIST = "webhooks";

    @Inject
    WorkspaceSql sql;

    /** One page, in the order of their registration. */
    Page<WebhookView> page(int limit, String cursor) {
        var after = Cursor.read(LIST, cursor, key -> UUID.fromString(key.get(0)));
        var parameters = new HashMap<String, Object>(Map.of("rows", limit + 1));
        after.ifPresent(id -> parameters.put("id", id));
        var query = WebhookView.SELECT + (after.isPresent() ? " and w.id > :id" : "") + " order by w.id limit :rows";
        return Page.of(sql.list(query, parameters, WebhookView::read), limit, last -> Cursor.of(LIST, last.id()));
    }

    /** The endpoint with this id; 404 for an unknown one or another workspace's. */
    WebhookView require(UUID id) {
        return sql.first(WebhookView.SELECT + " and w.id = :id", Map.of("id", id), WebhookView::read)
                .orElseThrow(() -> ApiException.notFound("webhook"));
    }

    /** The same, with its row locked until the transaction ends. */
    WebhookView lock(UUID id) {
        return sql.first(WebhookView.SELECT + " and w.id = :id for update of w", Map.of("id", id), WebhookView::read)
                .orElseThrow(() -> ApiException.notFound("webhook"));
    }

    /** The same, which must be enabled: 409 when it is not. */
    WebhookView requireEnabled(UUID id) {
        var webhook = require(id);
        if (webhook.isDisabled()) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "This webhook is disabled: enable it first, with POST /v1/webhooks/{id}/enable.");
        }
        return webhook;
    }
}
