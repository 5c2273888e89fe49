package dev.rapport.notifier.webhook;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** The secrets of endpoints: the newest, and those that are still valid while receivers change over. */
@ApplicationScoped
class WebhookSecrets {

    /** Each adds a signature to every message. */
    private static final int MOST = 5;

    private static final String ADD = """
            insert into webhook_secret (workspace_id, id, webhook_id, secret) values (:workspace, :id, :webhook, :secret)""";

    private static final String EXPIRE = """
            update webhook_secret set expires_at = least(expires_at, now() + make_interval(secs => :seconds))
            where workspace_id = :workspace and webhook_id = :webhook""";

    private static final String FORGET = """
            delete from webhook_secret
            where workspace_id = :workspace and webhook_id = :webhook and expires_at <= now()""";

    private static final String COUNT =
            "select count(*) from webhook_secret where workspace_id = :workspace and webhook_id = :webhook";

    @Inject
    WorkspaceSql sql;

    @Inject
    Webhooks webhooks;

    /** Gives an endpoint this secret, or a new one, and returns it. */
    String add(UUID webhook, String own) {
        var secret = Secrets.orNew(own);
        sql.update(ADD, Map.of("id", UuidCreator.getTimeOrderedEpochPlus1(), "webhook", webhook, "secret", secret));
        return secret;
    }

    /** The same, while those before stay valid for a time. */
    @Transactional
    String rotate(UUID webhook, NewSecret stated) {
        webhooks.lock(webhook);
        var mine = Map.of("webhook", webhook);
        sql.update(EXPIRE, Map.of("webhook", webhook, "seconds", (double)
                stated.validFor().toSeconds()));
        sql.update(FORGET, mine);
        if (sql.list(COUNT, mine, row -> row.getInt(1)).get(0) >= MOST) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "This webhook has " + MOST + " valid secrets: rotate with the overlap PT0S to end those before.");
        }
        return add(webhook, stated.secret());
    }
}
