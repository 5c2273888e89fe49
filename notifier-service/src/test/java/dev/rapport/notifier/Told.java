package dev.rapport.notifier;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.AboutContact;
import dev.rapport.events.Band;
import dev.rapport.events.Cadence;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ContactEvent.Anniversary;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.EventJson;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.Relationship;
import dev.rapport.events.RelevanceEvent.RelevanceChanged;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.events.SignalKind;
import dev.rapport.events.Topic;
import dev.rapport.stack.StackTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the other services tell, as a test says it. */
public final class Told {

    public static final Cadence MONTHLY = new Cadence(Period.ofDays(30), Period.ofDays(45), List.of());

    private Told() {}

    public static ContactChanged contact(UUID id, long version, String owner, String name, Cadence cadence) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new ContactChanged(
                id,
                version,
                owner,
                name,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                Relationship.CLIENT,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                cadence,
                null,
                null,
                at,
                at);
    }

    /** The same contact with a birthday, or none, and anniversaries: {@code 1985-04-12}, or {@code --04-12} without its year. */
    public static ContactChanged born(ContactChanged contact, String birthday, Anniversary... anniversaries) {
        return new ContactChanged(
                contact.contactId(),
                contact.version(),
                contact.owner(),
                contact.displayName(),
                contact.givenName(),
                contact.familyName(),
                contact.nickname(),
                contact.emails(),
                contact.phones(),
                contact.handles(),
                contact.organization(),
                contact.title(),
                contact.industry(),
                contact.relationship(),
                contact.interests(),
                contact.languages(),
                contact.introducedBy(),
                birthday,
                List.of(anniversaries),
                contact.circles(),
                contact.priority(),
                contact.cadence(),
                contact.timeZone(),
                contact.careerChange(),
                contact.createdAt(),
                contact.updatedAt());
    }

    public static InteractionRecorded touch(UUID contact, InteractionKind kind, Direction direction, Instant at) {
        var occurredAt = at.truncatedTo(ChronoUnit.MICROS);
        return new InteractionRecorded(
                UuidCreator.getTimeOrderedEpochPlus1(),
                contact,
                "alex",
                kind,
                direction,
                occurredAt,
                occurredAt,
                null,
                null,
                null);
    }

    /** The same interaction at a later revision, of this contact and time. */
    public static InteractionRecorded retold(InteractionRecorded of, UUID contact, Instant at, long revision) {
        return new InteractionRecorded(
                of.interactionId(),
                contact,
                of.owner(),
                of.kind(),
                of.direction(),
                at,
                of.recordedAt(),
                of.subject(),
                of.source(),
                of.externalId(),
                revision,
                of.occasionId());
    }

    public static InteractionRetracted retraction(InteractionRecorded of, long revision) {
        return new InteractionRetracted(
                of.interactionId(),
                of.contactId(),
                of.owner(),
                of.kind(),
                of.direction(),
                of.occurredAt(),
                of.recordedAt(),
                revision);
    }

    public static InteractionRetracted retraction(InteractionRecorded of) {
        return new InteractionRetracted(
                of.interactionId(),
                of.contactId(),
                of.owner(),
                of.kind(),
                of.direction(),
                of.occurredAt(),
                of.recordedAt());
    }

    public static SignalSeen signal(UUID contact, SignalKind kind, String title, Instant at) {
        var seenAt = at.truncatedTo(ChronoUnit.MICROS);
        return new SignalSeen(
                UuidCreator.getTimeOrderedEpochPlus1(),
                contact,
                "alex",
                kind,
                title,
                null,
                List.of(),
                seenAt,
                seenAt,
                null,
                null);
    }

    public static RelevanceChanged relevance(UUID contact, long version, Instant lastTouchAt, Instant driftsAt) {
        var days = Duration.between(Instant.parse("2020-01-01T00:00:00Z"), Instant.now())
                        .toHours()
                / 24.0;
        return new RelevanceChanged(
                contact,
                version,
                "alex",
                Math.log(3) / Math.log(2) + days / 14,
                Duration.ofDays(14),
                3.4,
                46,
                Band.WARM,
                Band.ACTIVE,
                Instant.now(),
                lastTouchAt,
                null,
                3,
                driftsAt);
    }

    public static <T extends AboutContact> Event<T> event(String workspace, T data) {
        return new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), workspace, Instant.now(), data);
    }

    /** Publishes as the other services do, and waits for the broker. */
    public static <T extends AboutContact> void publish(Topic<T> topic, String workspace, T data) {
        var event = event(workspace, data);
        var headers = CloudEvents.headers(
                event.id(),
                topic.typeOf(data),
                "test",
                event.time(),
                workspace,
                Objects.toString(data.contactId(), workspace));
        publish(topic.name(), event.key(), headers, EventJson.write(data));
    }

    public static void publish(String topic, String key, Map<String, String> headers, String value) {
        Map<String, Object> config = Map.of("bootstrap.servers", StackTestResource.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
