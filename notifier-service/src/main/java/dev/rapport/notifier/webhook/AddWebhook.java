package dev.rapport.notifier.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.egress.CheckedAddresses;
import dev.rapport.notifier.egress.RefusedUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Registers an endpoint with its first secret. */
@ApplicationScoped
class AddWebhook {

    private static final int MOST = 50;

    /** One at a time in a workspace, so that the limit holds. */
    private static final String HOLD =
            "select 1 from pg_advisory_xact_lock(hashtextextended('webhooks-of:' || :workspace, 0))";

    private static final String COUNT = "select count(*) from webhook where workspace_id = :workspace";

    private static final String ADD = """
            insert into webhook (workspace_id, id, url, description, events, member, created_by, created_at, updated_at)
            values (:workspace, :id, :url, :description::text, :events::text[], :member::text, :creator, :now, :now)""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookSecrets secrets;

    @Inject
    CheckedAddresses addresses;

    @Inject
    Clock clock;

    @Transactional
    WebhookView add(NewWebhook stated) {
        var details = stated.details();
        details.check();
        require(details.url());
        sql.list(HOLD, Map.of(), row -> row.getInt(1));
        if (sql.list(COUNT, Map.of(), row -> row.getInt(1)).get(0) >= MOST) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "A workspace has at most " + MOST + " webhooks: delete one that is not needed.");
        }
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        var row = new HashMap<String, Object>();
        row.put("id", id);
        row.put("url", details.url());
        row.put("description", details.description());
        row.put("events", details.events());
        row.put("member", details.member());
        row.put("creator", member.id());
        row.put("now", clock.instant());
        sql.update(ADD, row);
        return webhooks.require(id).withSecret(secrets.add(id, stated.secret()));
    }

    /** 400 for a URL that leads nowhere public. */
    void require(String url) {
        try {
            addresses.check(url);
        } catch (RefusedUrl e) {
            throw ApiException.invalid("url", e.getMessage());
        }
    }
}
