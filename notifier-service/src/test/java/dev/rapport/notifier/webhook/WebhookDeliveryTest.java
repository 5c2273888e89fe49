package dev.rapport.notifier.webhook;

import static dev.rapport.notifier.webhook.EventTypes.EDITION_PUBLISHED;
import static dev.rapport.notifier.webhook.EventTypes.REMINDER_DUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Sink;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

@NotifierTest
class WebhookDeliveryTest {

    private final Api alex = Api.ofNewWorkspace();

    @Inject
    WebhookEvents events;

    @Inject
    DataSource database;

    @Test
    void shouldSendATestEventAsASignedCloudEvent() {
        try (var sink = Sink.answering(200)) {
            var partner = Partner.ofReminders(alex, sink.url());

            var queued = partner.post("/test", "", 202);

            patiently().until(partner::states, List.of("delivered")::equals);
            var received = sink.received().get(0);
            assertThat(received.id()).isEqualTo(queued.getString("eventId"));
            assertThat(received.headers())
                    .containsEntry("content-type", "application/cloudevents+json")
                    .containsKeys("webhook-timestamp", "webhook-signature");
            var event = received.event();
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("id")).isEqualTo(received.id());
            assertThat(event.getString("source")).isEqualTo("rapport/notifier");
            assertThat(event.getString("type")).isEqualTo("rapport.webhook.test.v1");
            assertThat(event.getString("workspace")).isEqualTo(alex.workspace());
        }
    }

    @Test
    void shouldTryAgainWithTheSameBytesUnderTheSameIdUntilItArrives() {
        try (var sink = Sink.answering(500)) {
            var partner = Partner.ofReminders(alex, sink.url());
            var id = happen(REMINDER_DUE);
            patiently().until(() -> !sink.ids().isEmpty());

            sink.answer(204);

            patiently().until(partner::states, List.of("delivered")::equals);
            assertThat(sink.ids()).hasSizeGreaterThan(1).containsOnly(id.toString());
            assertThat(sink.received())
                    .extracting(Sink.Received::body)
                    .containsOnly(sink.received().get(0).body());
            var delivery = partner.delivery();
            assertThat(delivery.getList("log.status")).startsWith(500).endsWith(204);
            assertThat(delivery.getList("log.number")).startsWith(1, 2);
        }
    }

    @Test
    void shouldGiveUpAfterTheLastAttemptTellItsCreatorAndDeliverOnReplay() {
        try (var sink = Sink.answering(500)) {
            // Given
            var partner = Partner.ofReminders(alex, sink.url());
            var began = Instant.now().minusSeconds(60);
            var id = happen(REMINDER_DUE);

            // When no attempt of the schedule succeeds
            patiently().until(partner::states, List.of("failed")::equals);

            // Then
            assertThat(sink.ids()).hasSize(3).containsOnly(id.toString());
            assertThat(notices()).contains("webhook_gave_up");
            assertThat(alex.get(partner.path() + "/deliveries?state=failed").getList("items.eventId"))
                    .containsExactly(id.toString());

            // And when it is replayed, and then all of the period
            sink.answer(200);
            partner.post("/deliveries/" + partner.deliveries().getString("items[0].id") + "/replay", "", 202);
            patiently().until(partner::states, List.of("delivered")::equals);
            var period = new JsonObject().put("since", began.toString());
            assertThat(partner.post("/replay", period.encode(), 202).getInt("replayed"))
                    .isZero();
            assertThat(partner.post("/replay", period.put("all", true).encode(), 202)
                            .getInt("replayed"))
                    .isEqualTo(1);
            patiently().until(() -> sink.ids().size() == 5);
            assertThat(sink.ids()).containsOnly(id.toString());
        }
    }

    @Test
    void shouldCountOnlyAnAnswerOfSuccessAndFollowNoRedirect() {
        var elsewhere = Sink.answering(200);
        var sinks = new HashMap<Integer, Sink>();
        var partners = new HashMap<Integer, Partner>();
        try (elsewhere) {
            for (int status : new int[] {200, 201, 204, 301, 302, 307, 308, 400, 404, 500, 503}) {
                var sink = Sink.answering(status);
                sink.answer(status, "Location", elsewhere.url());
                sinks.put(status, sink);
                partners.put(status, Partner.ofReminders(alex, sink.url()));
            }

            happen(REMINDER_DUE);

            partners.forEach((status, partner) -> {
                var end = status < 300 ? "delivered" : "failed";
                patiently().until(partner::states, List.of(end)::equals);
                assertThat(partner.deliveries().getInt("items[0].lastStatus")).isEqualTo(status);
                assertThat(sinks.get(status).ids()).hasSize(status < 300 ? 1 : 3);
            });
            assertThat(elsewhere.received()).isEmpty();
        } finally {
            sinks.values().forEach(Sink::close);
        }
    }

    @Test
    void shouldDisableAnEndpointThatIsGoneUntilItIsEnabledAgain() {
        try (var sink = Sink.answering(410)) {
            var partner = Partner.ofReminders(alex, sink.url());
            happen(REMINDER_DUE);
            patiently().until(partner::health, "disabled"::equals);
            assertThat(notices()).containsExactly("webhook_disabled");

            happen(REMINDER_DUE);
            partner.post("/test", "", 409);
            assertThat(partner.states()).containsExactly("failed");
            assertThat(sink.ids()).hasSize(1);

            sink.answer(200);
            partner.post("/enable", "", 200);
            partner.post("/test", "", 202);

            patiently().until(() -> partner.states().contains("delivered"));
            assertThat(partner.health()).isEqualTo("healthy");
        }
    }

    @Test
    void shouldLeaveAnEndpointAloneForAsLongAsItAsks() {
        var inAnHour = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(inAnHour.atOffset(ZoneOffset.UTC));
        for (var asked : List.of("3600", date)) {
            try (var sink = Sink.answering(200)) {
                sink.answer(asked.equals("3600") ? 429 : 503, "Retry-After", asked);
                var partner = Partner.ofReminders(new Api("w-" + UUID.randomUUID(), "alex"), sink.url());
                partner.post("/test", "", 202);
                patiently().until(() -> partner.deliveries().get("items[0].lastStatus") != null);

                var next = Instant.parse(partner.deliveries().getString("items[0].nextAttemptAt"));
                assertThat(next).isBetween(inAnHour.minusSeconds(60), inAnHour.plusSeconds(60));
                partner.post("/test", "", 202);
                await().during(Duration.ofSeconds(1)).until(() -> sink.ids().size() == 1);
            }
        }
    }

    @Test
    void shouldPauseAnEndpointThatFailsForLongAndSendAllOfItOnceItIsBack() {
        try (var sink = Sink.answering(503)) {
            // Given
            var partner = Partner.at(alex, sink.url());
            var ids = List.of(happen(REMINDER_DUE), happen(REMINDER_DUE), happen(EDITION_PUBLISHED));

            // When it is away
            patiently().until(partner::health, "paused"::equals);

            // Then
            assertThat(notices().stream().filter("webhook_paused"::equals)).hasSize(1);
            assertThat(alex.get(partner.path()).getString("health.lastFault")).isEqualTo("it answered 503");

            // And when it is back, and something else happens
            sink.answer(200);
            happen(REMINDER_DUE);
            patiently()
                    .until(() -> partner.health().equals("healthy")
                            && partner.states().stream().allMatch("delivered"::equals));
            assertThat(sink.ids()).containsAll(ids.stream().map(UUID::toString).toList());
            assertThat(notices()).contains("webhook_resumed");
            assertThat(sink.types()).contains(EventTypes.CHANNEL_PAUSED, EventTypes.CHANNEL_RESUMED);
        }
    }

    @Test
    void shouldNotHoldOthersBackWhenAnEndpointHangs() {
        try (var hanging = Sink.hanging();
                var healthy = Sink.answering(200)) {
            var slow = Partner.ofReminders(alex, hanging.url());
            Partner.ofReminders(alex, healthy.url());
            for (int i = 0; i < 20; i++) {
                happen(REMINDER_DUE);
            }

            patiently().until(() -> healthy.ids().size() == 20);

            assertThat(slow.states()).hasSize(20).contains("waiting").doesNotContain("delivered");
            assertThat(hanging.mostAtOnce()).isLessThanOrEqualTo(4);
            patiently().until(() -> "no answer within 2 s"
                    .equals(alex.get(slow.path()).getString("health.lastFault")));
        }
    }

    @Test
    void shouldNotHoldOneBackWhenAHundredOthersHang() {
        try (var hanging = Sink.hanging();
                var healthy = Sink.answering(200)) {
            // Given
            var others = Stream.generate(Api::ofNewWorkspace).limit(2).toList();
            for (int i = 0; i < 50; i++) {
                others.forEach(whose -> Partner.ofReminders(whose, hanging.url()));
            }
            Partner.ofReminders(alex, healthy.url());
            for (int i = 0; i < 3; i++) {
                others.forEach(whose -> Partner.happen(events, database, whose, REMINDER_DUE));
            }
            patiently().until(() -> hanging.received().size() >= 100);

            // When
            for (int i = 0; i < 20; i++) {
                happen(REMINDER_DUE);
            }
            patiently().until(() -> healthy.ids().size() == 20);

            // Then it had all of them before half of the 900 attempts at the others
            assertThat(hanging.received()).hasSizeLessThan(450);
        }
    }

    @Test
    void shouldSendOnlyWhatAnEndpointListensTo() {
        try (var sink = Sink.answering(200);
                var bobs = Sink.answering(200)) {
            Partner.with(
                    alex,
                    new JsonObject().put("url", sink.url()).put("events", new JsonArray().add(EDITION_PUBLISHED)));
            Partner.with(alex, new JsonObject().put("url", bobs.url()).put("member", "bob"));

            happen(REMINDER_DUE);
            happen(EDITION_PUBLISHED);
            Partner.happen(events, database, new Api(alex.workspace(), "bob"), REMINDER_DUE);
            Partner.happen(events, database, Api.ofNewWorkspace(), EDITION_PUBLISHED);

            patiently().until(() -> bobs.ids().size() == 1 && sink.ids().size() == 1);
            assertThat(sink.types()).containsExactly(EDITION_PUBLISHED);
            assertThat(bobs.types()).containsExactly(REMINDER_DUE);
        }
    }

    private UUID happen(String type) {
        return Partner.happen(events, database, alex, type);
    }

    private List<String> notices() {
        return alex.get("/v1/inbox?limit=200").getList("items.kind");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
