package dev.rapport.notifier.intake;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.Direction.OUTBOUND;
import static dev.rapport.events.InteractionKind.CALL;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.retraction;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Told;
import dev.rapport.stack.StackTestResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@NotifierTest
class KafkaIntakeTest {

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void shouldMoveKeepInTouchByANewerTouchButNotByAnOlderOneAndBackWhenItIsRetracted() {
        // Given a contact whom alex mailed five days ago
        var mail = touch(anna, EMAIL, OUTBOUND, now.minus(Duration.ofDays(5)));
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));
        publish(InteractionEvent.TOPIC, alex.workspace(), mail);
        awaitCause("keep_in_touch", "touch:" + mail.interactionId());
        var dueAt = alex.get("/v1/reminders?kind=keep_in_touch").getString("items[0].dueAt");

        // When an older call comes to light, and then a newer one that is taken back
        var older = touch(anna, CALL, OUTBOUND, now.minus(Duration.ofDays(50)));
        var newer = touch(anna, CALL, OUTBOUND, now.minus(Duration.ofDays(1)));
        publish(InteractionEvent.TOPIC, alex.workspace(), older);
        publish(InteractionEvent.TOPIC, alex.workspace(), newer);
        awaitCause("keep_in_touch", "touch:" + newer.interactionId());
        assertThat(alex.get("/v1/reminders?kind=keep_in_touch").getString("items[0].dueAt"))
                .isGreaterThan(dueAt);
        publish(InteractionEvent.TOPIC, alex.workspace(), retraction(newer));

        // Then the reminder is back where it was
        awaitCause("keep_in_touch", "touch:" + mail.interactionId());
        assertThat(alex.get("/v1/reminders?kind=keep_in_touch").getString("items[0].dueAt"))
                .isEqualTo(dueAt);
    }

    @Test
    void shouldOweAReplyUntilAnOutboundTouchAnswersIt() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        var asked = touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(2)));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        await().untilAsserted(() -> assertThat(alex.get("/v1/reminders").getString("items[0].state"))
                .isEqualTo("due"));

        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, CALL, OUTBOUND, now));

        await().untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?state=resolved").getList("items.cause"))
                .containsExactly("touch:" + asked.interactionId()));
        assertThat(alex.get("/v1/reminders").getList("items")).isEmpty();
    }

    @Test
    void shouldDriftAtTheInstantOfRelevanceAndWithdrawWhenTheContactIsDeleted() {
        var driftsAt = now.plus(Duration.ofDays(9));
        var last = touch(anna, CALL, OUTBOUND, now);
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(anna, 1, last.occurredAt(), driftsAt));
        publish(InteractionEvent.TOPIC, alex.workspace(), last);
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        awaitCause("drifting", "touch:" + last.interactionId());
        assertThat(Instant.parse(alex.get("/v1/reminders?kind=drifting").getString("items[0].dueAt")))
                .isEqualTo(driftsAt);

        publish(ContactEvent.TOPIC, alex.workspace(), new ContactDeleted(anna, 2, now));

        await().untilAsserted(() ->
                assertThat(alex.get("/v1/reminders").getList("items")).isEmpty());
    }

    @Test
    void shouldCongratulateOnEachSignalUntilItIsTakenBackOrTheOwnerReachesOut() {
        publish(ContactEvent.TOPIC, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", null));
        var promotion = Told.signal(anna, SignalKind.PROMOTION, "CTO at Acme", now.minus(Duration.ofHours(2)));
        var degree = Told.signal(anna, SignalKind.DEGREE, "PhD", now.minus(Duration.ofHours(1)));
        publish(SignalEvent.TOPIC, alex.workspace(), promotion);
        publish(SignalEvent.TOPIC, alex.workspace(), degree);
        publish(SignalEvent.TOPIC, alex.workspace(), promotion);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?state=due").getList("items.cause"))
                .containsExactlyInAnyOrder("signal:" + promotion.signalId(), "signal:" + degree.signalId()));
        assertThat(alex.get("/v1/editions/preview").getList("sections.kind")).containsExactly("congratulations");

        publish(SignalEvent.TOPIC, alex.workspace(), new SignalRetracted(degree.signalId(), anna, now, 2L));
        awaitCause("congratulate", "signal:" + promotion.signalId());
        // Restored, and at last taken back; the retraction comes once more, late.
        publish(SignalEvent.TOPIC, alex.workspace(), again(degree, 3));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?kind=congratulate").getList("items"))
                .hasSize(2));
        publish(SignalEvent.TOPIC, alex.workspace(), new SignalRetracted(degree.signalId(), anna, now, 4L));
        publish(SignalEvent.TOPIC, alex.workspace(), again(degree, 3));
        awaitCause("congratulate", "signal:" + promotion.signalId());
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, OUTBOUND, now));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?kind=congratulate").getList("items"))
                .isEmpty());
        assertThat(alex.get("/v1/reminders?kind=congratulate&state=resolved").getList("items"))
                .hasSize(2);
    }

    @Test
    void shouldSendPoisonToTheDeadLettersAndApplyWhatStandsBesideIt() {
        var topic = ContactEvent.TOPIC;
        publish(topic.name(), alex.workspace() + "/" + anna, Map.of(), "{no json");
        publish(topic, alex.workspace(), contact(UUID.randomUUID(), 1, null, "Nobody's contact", Told.MONTHLY));
        publish(topic, alex.workspace(), contact(anna, 1, "alex", "Anna Berg", Told.MONTHLY));

        awaitCause("keep_in_touch", "added");
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                StackTestResource.bootstrapServers(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        try (var dead = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            dead.subscribe(List.of(topic.deadLetters()));
            var mine = new AtomicInteger();
            await().untilAsserted(() -> {
                dead.poll(Duration.ofMillis(200)).forEach(letter -> {
                    if (letter.key().startsWith(alex.workspace())) {
                        mine.incrementAndGet();
                    }
                });
                assertThat(mine).hasValue(2);
            });
        }
    }

    private static SignalSeen again(SignalSeen it, long revision) {
        return new SignalSeen(
                it.signalId(),
                it.contactId(),
                it.owner(),
                it.kind(),
                it.title(),
                it.link(),
                it.topics(),
                it.publishedAt(),
                it.seenAt(),
                it.source(),
                it.externalId(),
                revision);
    }

    private void awaitCause(String kind, String cause) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        alex.get("/v1/reminders?kind=" + kind).getList("items.cause"))
                .containsExactly(cause));
    }
}
