package dev.rapport.notifier.webhook;

import dev.rapport.notifier.egress.Answer;
import dev.rapport.notifier.egress.GuardedHttp;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Claims briefly, sends without holding a thread, writes each result down as it comes, and goes on at once. */
@ApplicationScoped
class WebhookWorker {

    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);

    private final Vertx vertx;
    private final WebhookConfig config;
    private final ClaimAttempts claims;
    private final RecordAttempts record;
    private final GuardedHttp http;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();

    @Inject
    WebhookWorker(
            Vertx vertx,
            WebhookConfig config,
            ClaimAttempts claims,
            RecordAttempts record,
            GuardedHttp http,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.config = config;
        this.claims = claims;
        this.record = record;
        this.http = http;
        Gauge.builder("rapport.webhook.attempts.under.way", underWay, AtomicInteger::get)
                .register(metrics);
    }

    @Scheduled(
            identity = "webhook-worker",
            every = "${rapport.webhooks.poll:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() throws SQLException {
        while (claim() > 0) {
            LOG.debugf("webhooks underWay=%d", underWay.get());
        }
    }

    /** Starts what is due, unless that is being done already; returns how many attempts began. */
    private int claim() throws SQLException {
        int room = config.concurrency() - underWay.get();
        if (room <= 0 || !claiming.compareAndSet(false, true)) {
            return 0;
        }
        try {
            var claimed = claims.claim(room);
            claimed.forEach(this::send);
            return claimed.size();
        } finally {
            claiming.set(false);
        }
    }

    private void send(ClaimedAttempt attempt) {
        underWay.incrementAndGet();
        var id = attempt.messageId().toString();
        var headers = Map.of(
                "content-type",
                EventBody.MEDIA_TYPE,
                "user-agent",
                "Rapport-Webhooks/1",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(attempt.at().getEpochSecond()),
                "webhook-signature",
                Signature.of(attempt.secrets(), id, attempt.at(), attempt.body()));
        http.post(attempt.url(), headers, attempt.body().getBytes(StandardCharsets.UTF_8), config.timeout())
                .whenComplete((answer, fault) -> vertx.executeBlocking(() -> finish(attempt, answer), false)
                        .onFailure(it -> LOG.errorf(it, "webhook=unrecorded delivery=%s", attempt.deliveryId())));
    }

    /** What cannot be written down is sent again when its lease has ended. */
    private Void finish(ClaimedAttempt attempt, Answer answer) throws SQLException {
        try {
            record.record(attempt, answer);
        } finally {
            underWay.decrementAndGet();
        }
        claim();
        return null;
    }
}
