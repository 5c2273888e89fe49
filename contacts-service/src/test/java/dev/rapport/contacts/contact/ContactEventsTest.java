package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.events.CloudEvents;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.Relationship;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactEventsTest {

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldPublishTheWholeContactWhenItWasAdded() {
        String id = alex.post(ContactExamples.NEW_CONTACT).path("id");

        var event = (ContactChanged) published(1).get(0).data();

        assertThat(event.contactId()).isEqualTo(UUID.fromString(id));
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.owner()).isEqualTo("alex");
        assertThat(event.displayName()).isEqualTo("Jane Doe");
        assertThat(event.emails()).containsExactly("jane@example.org");
        assertThat(event.phones()).containsExactly("+4930123456");
        assertThat(event.handles()).containsExactly("linkedin:jane-doe");
        assertThat(event.relationship()).isEqualTo(Relationship.CLIENT);
        assertThat(event.cadence().ideal()).isEqualTo(Period.ofDays(30));
        assertThat(event.cadence().longest()).isEqualTo(Period.ofDays(45));
        assertThat(event.cadence().counting()).containsExactly(InteractionKind.CALL, InteractionKind.MEETING);
        assertThat(event.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(event.createdAt().toString()).isEqualTo(alex.get(id).path("createdAt"));
    }

    @Test
    void shouldPublishEveryChangeOnceInOrderWhenAContactLives() {
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.patch(id, "\"1\"", Map.of("title", "CTO"));
        alex.patch(id, "\"2\"", Map.of("title", "CTO"));
        alex.patch(id, "\"1\"", Map.of("title", "stale"));
        alex.patch(id, "\"2\"", Map.of("title", "CEO"));
        alex.delete(id, "\"3\"");

        var events = published(4);

        assertThat(events).extracting(event -> event.data().version()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events.get(3).data()).isInstanceOf(ContactDeleted.class);
        assertThat(events).extracting(Event::key).containsOnly(alex.workspace() + "/" + id);
        assertThat(events).extracting(Event::workspace).containsOnly(alex.workspace());
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldCarryCloudEventsHeadersWhenPublished() {
        var id = alex.add(Map.of("displayName", "Jane"));

        published(1);
        var message = ContactTopic.records(alex.workspace()).get(0);

        assertThat(message.key()).isEqualTo(alex.workspace() + "/" + id);
        assertThat(CloudEvents.text(message.headers().lastHeader("ce_type").value()))
                .isEqualTo("rapport.contact.changed.v1");
        assertThat(CloudEvents.text(message.headers().lastHeader("ce_source").value()))
                .contains("contacts-service");
    }

    @Test
    void shouldPublishOneEventPerGoodItemWhenABatchIsAdded() {
        alex.batch(Map.of(
                        "items",
                        List.of(
                                Map.of("displayName", "One"),
                                Map.of("displayName", "Two", "emails", List.of("nonsense")),
                                Map.of("displayName", "Three"))))
                .then()
                .statusCode(200);

        assertThat(published(2))
                .extracting(event -> ((ContactChanged) event.data()).displayName())
                .containsExactlyInAnyOrder("One", "Three");
    }

    @Test
    void shouldKeepTheNotesPrivateWhenPublishing() {
        alex.add(Map.of("displayName", "Jane", "notes", "only for my eyes"));

        published(1);

        assertThat(ContactTopic.records(alex.workspace()))
                .allSatisfy(
                        message -> assertThat(CloudEvents.text(message.value())).doesNotContain("only for my eyes"));
    }

    /** Waits for that many events, then for one more change to come through, so that a surplus event would be seen. */
    private List<Event<ContactEvent>> published(int count) {
        await().untilAsserted(
                        () -> assertThat(ContactTopic.events(alex.workspace())).hasSizeGreaterThanOrEqualTo(count));
        var marker = Client.inNewWorkspace();
        marker.add(Map.of("displayName", "after"));
        await().untilAsserted(() ->
                assertThat(ContactTopic.events(marker.workspace())).hasSize(1));
        var events = ContactTopic.events(alex.workspace());
        assertThat(events).hasSize(count);
        return events;
    }
}
