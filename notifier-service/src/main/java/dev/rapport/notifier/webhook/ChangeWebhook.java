package dev.rapport.notifier.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.json.ValidJson;
import dev.rapport.api.precondition.IfMatch;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes, enables or deletes an endpoint. */
@ApplicationScoped
class ChangeWebhook {

    private static final String CHANGE = """
            update webhook set url = :url, description = :description::text, events = :events::text[],
                member = :member::text, version = version + 1, updated_at = :now
            where workspace_id = :workspace and id = :id""";

    private static final String ENABLE = """
            update webhook set disabled_at = null, disabled_reason = null, failing_since = null, last_fault = null,
                paused_at = null, rest_until = null, version = version + 1, updated_at = :now
            where workspace_id = :workspace and id = :id""";

    private static final String SEND = """
            update webhook_delivery set next_attempt_at = now()
            where workspace_id = :workspace and webhook_id = :id and state = 'waiting' and lease is null""";

    /** The endpoint first: whoever queues for it holds it, and what is queued by then goes with it. */
    private static final List<String> DELETES = List.of(
            "delete from webhook where workspace_id = :workspace and id = :id",
            "delete from webhook_secret where workspace_id = :workspace and webhook_id = :id",
            "delete from webhook_attempt a using webhook_delivery d where d.workspace_id = :workspace"
                    + " and d.webhook_id = :id and a.workspace_id = d.workspace_id and a.delivery_id = d.id",
            "delete from webhook_delivery where workspace_id = :workspace and webhook_id = :id");

    @Inject
    WorkspaceSql sql;

    @Inject
    Webhooks webhooks;

    @Inject
    AddWebhook add;

    @Inject
    ValidJson valid;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Applies a merge patch; 400 when the result would be no endpoint. What changes nothing keeps the version. */
    @Transactional
    WebhookView patch(UUID id, IfMatch expected, JsonNode patch) {
        var webhook = expected(id, expected);
        var details = patched(webhook.details(), patch);
        if (details.equals(webhook.details())) {
            return webhook;
        }
        details.check();
        add.require(details.url());
        var row = new HashMap<String, Object>();
        row.put("id", id);
        row.put("url", details.url());
        row.put("description", details.description());
        row.put("events", details.events());
        row.put("member", details.member());
        row.put("now", clock.instant());
        sql.update(CHANGE, row);
        return webhooks.require(id);
    }

    /** Enables it again and forgets its failures; what waits is sent now. */
    @Transactional
    WebhookView enable(UUID id) {
        webhooks.lock(id);
        sql.update(ENABLE, Map.of("id", id, "now", clock.instant()));
        sql.update(SEND, Map.of("id", id));
        return webhooks.require(id);
    }

    @Transactional
    void delete(UUID id, IfMatch expected) {
        expected(id, expected);
        DELETES.forEach(sql -> this.sql.update(sql, Map.of("id", id)));
    }

    private WebhookView expected(UUID id, IfMatch expected) {
        var webhook = webhooks.lock(id);
        expected.check(webhook.version());
        return webhook;
    }

    /** RFC 7396; no member is an object, so that each is replaced or cleared. */
    private WebhookDetails patched(WebhookDetails details, JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        ObjectNode target = json.valueToTree(details);
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
        return valid.read(target, WebhookDetails.class);
    }
}
