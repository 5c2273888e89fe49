package dev.rapport.notifier.erasure;

import static dev.rapport.events.Direction.INBOUND;
import static dev.rapport.events.InteractionKind.EMAIL;
import static dev.rapport.notifier.Told.contact;
import static dev.rapport.notifier.Told.publish;
import static dev.rapport.notifier.Told.retraction;
import static dev.rapport.notifier.Told.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.ErasureEvent.WorkspaceErased;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.Heard;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.Sink;
import dev.rapport.notifier.Tables;
import dev.rapport.notifier.Told;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NotifierTest
class ErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api alex = Api.ofNewWorkspace();
    private final UUID anna = UUID.randomUUID();
    private final String name = "Anna " + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final Sink partner = Sink.answering(200);

    @Inject
    DataSource database;

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void shouldLeaveNothingButATombstoneWhenAContactIsErased() {
        // Given
        populate(alex, anna);

        // When
        var erasure = UUID.randomUUID();
        tell(new ContactErased(anna, 2, erasure, now));
        tell(new ContactErased(anna, 2, erasure, now));

        // Then
        awaitTables(anna.toString(), "contact");
        awaitTables(name);
        assertThat(alex.get("/v1/inbox").getList("items")).isEmpty();
        awaitTables(alex.get("/v1/webhooks").getString("items[0].id"), "webhook", "webhook_secret");

        // And when events come late
        tell(contact(anna, 1, "alex", name, Told.MONTHLY));
        tell(contact(anna, 3, "alex", name, Told.MONTHLY));
        publish(InteractionEvent.TOPIC, alex.workspace(), touch(anna, EMAIL, INBOUND, now));
        publish(RelevanceEvent.TOPIC, alex.workspace(), Told.relevance(anna, 9, now, now));
        publish(SignalEvent.TOPIC, alex.workspace(), Told.signal(anna, SignalKind.PROMOTION, name, now));
        var other = UUID.randomUUID();
        populate(alex, other);
        awaitTables(anna.toString(), "contact");
        assertThat(acknowledgements(alex)).singleElement().satisfies(it -> {
            assertThat(it.erasureId()).isEqualTo(erasure);
            assertThat(it.contactId()).isEqualTo(anna);
            assertThat(it.service()).isEqualTo("notifier-service");
        });
    }

    @Test
    void shouldForgetWhatWasToldOfTheSurvivorByTheMergedOnesReminderWhenThatIsErased() {
        // Given a reminder of a merged contact, told as the survivor's
        var survivor = UUID.randomUUID();
        publish(ContactEvent.TOPIC, alex.workspace(), contact(survivor, 1, "alex", "Bo Holm", null));
        tell(new ContactMerged(anna, 2, survivor, now));
        var asked = touch(anna, EMAIL, INBOUND, now.minus(Duration.ofDays(2)));
        publish(InteractionEvent.TOPIC, alex.workspace(), asked);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alex.get("/v1/inbox").getList("items.contactId"))
                        .containsExactly(survivor.toString()));

        // When
        tell(new ContactErased(anna, 3, UUID.randomUUID(), now));

        // Then what followed from its message alone is settled, and the message itself is gone
        awaitTables(anna.toString(), "contact");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(alex.get("/v1/reminders").getList("items")).isEmpty());
    }

    @Test
    void shouldForgetTheWholeWorkspaceAndNothingOfAnotherWhenItIsErased() {
        // Given
        var other = Api.ofNewWorkspace();
        var bo = UUID.randomUUID();
        populate(alex, anna);
        populate(other, bo);

        // When
        var erasure = UUID.randomUUID();
        var at = Instant.now();
        publish(ErasureEvent.TOPIC, alex.workspace(), new WorkspaceErased(erasure, at));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Tables.of(database, alex.workspace()))
                .isSubsetOf("erased_workspace", "inbox")
                .contains("erased_workspace"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(acknowledgements(alex)).singleElement().satisfies(it -> {
                            assertThat(it.erasureId()).isEqualTo(erasure);
                            assertThat(it.contactId()).isNull();
                        }));
        assertThat(other.get("/v1/inbox").getList("items")).hasSize(1);
        assertThat(Tables.of(database, other.workspace()))
                .contains(
                        "contact",
                        "relevance",
                        "touch",
                        "reminder",
                        "reminder_series",
                        "notification",
                        "delivery",
                        "preference",
                        "mute",
                        "draft_template",
                        "idempotency_key",
                        "webhook",
                        "webhook_secret",
                        "webhook_message",
                        "webhook_delivery",
                        "webhook_attempt");
    }

    @Test
    void shouldKeepWhatIsNewerWhenTheErasureOfAWorkspaceComesLate() {
        // Given
        publish(ErasureEvent.TOPIC, alex.workspace(), new WorkspaceErased(UUID.randomUUID(), now.minusSeconds(3600)));
        populate(alex, anna);

        // When
        publish(ErasureEvent.TOPIC, alex.workspace(), new WorkspaceErased(UUID.randomUUID(), now.minusSeconds(1800)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acknowledgements(alex)).hasSize(2));
        assertThat(alex.get("/v1/inbox").getList("items")).hasSize(1);
    }

    /** All that there can be of a contact: told and mailed, snoozed, touched, taken back, ranked. */
    private void populate(Api member, UUID contact) {
        member.prefer("""
                {"timeZone": "UTC", "editionTime": "07:30", "email": "alex@example.org", "emailEnabled": true,
                 "replyTime": "P1D", "dailyCap": 7, "channels": {"reply_owed": ["email", "webhook"]}}""");
        member.call()
                .body("{\"url\": \"" + partner.url() + "\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201);
        publish(ContactEvent.TOPIC, member.workspace(), contact(contact, 1, "alex", name, Told.MONTHLY));
        var asked = touch(contact, EMAIL, INBOUND, now.minus(Duration.ofDays(2)));
        var takenBack = touch(contact, EMAIL, INBOUND, now.minus(Duration.ofDays(1)));
        publish(InteractionEvent.TOPIC, member.workspace(), takenBack);
        publish(InteractionEvent.TOPIC, member.workspace(), retraction(takenBack));
        publish(InteractionEvent.TOPIC, member.workspace(), asked);
        publish(RelevanceEvent.TOPIC, member.workspace(), Told.relevance(contact, 1, asked.occurredAt(), now));
        var post = Told.signal(contact, SignalKind.POST, name + " wrote", now);
        publish(SignalEvent.TOPIC, member.workspace(), post);
        var goneSignal = Told.signal(contact, SignalKind.POST, name + " wrote again", now);
        publish(SignalEvent.TOPIC, member.workspace(), goneSignal);
        publish(SignalEvent.TOPIC, member.workspace(), new SignalRetracted(goneSignal.signalId(), contact, now));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(member.get("/v1/inbox").getList("items.contactId"))
                        .contains(contact.toString()));
        member.call()
                .body("{\"contactId\": \"" + contact + "\", \"text\": \"" + name + "\", \"dueAt\": \""
                        + now.plus(Duration.ofDays(9)) + "\", \"rrule\": \"FREQ=WEEKLY\"}")
                .post("/v1/reminders")
                .then()
                .statusCode(201);
        var item = member.get("/v1/inbox").getString("items[0].id");
        member.call()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/inbox/" + item + "/read")
                .then()
                .statusCode(200);
        member.call().put("/v1/mutes/contacts/" + contact).then().statusCode(200);
        member.call()
                .body("{\"text\": \"Hi\"}")
                .put("/v1/templates/manual/en")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Tables.mentioning(database, contact.toString()))
                .contains(
                        "contact",
                        "relevance",
                        "touch",
                        "signal",
                        "reminder",
                        "reminder_series",
                        "notification",
                        "mute",
                        "webhook_message"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Tables.of(database, member.workspace()))
                .contains("webhook", "webhook_secret", "webhook_delivery", "webhook_attempt"));
    }

    private void awaitTables(String text, String... tables) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Tables.mentioning(database, text))
                .filteredOn(table -> !table.equals("idempotency_key"))
                .containsExactly(tables));
    }

    private void tell(ContactEvent event) {
        publish(ContactEvent.TOPIC, alex.workspace(), event);
    }

    private static List<ErasureAcknowledged> acknowledgements(Api member) {
        try (var heard = new Heard<>(ErasureEvent.TOPIC, member.workspace())) {
            await().atMost(PATIENCE)
                    .until(() -> heard.events().stream().anyMatch(ErasureAcknowledged.class::isInstance));
            // Once more, for what may have come with it.
            return heard.events().stream()
                    .filter(ErasureAcknowledged.class::isInstance)
                    .map(ErasureAcknowledged.class::cast)
                    .toList();
        }
    }
}
