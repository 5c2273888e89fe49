package dev.rapport.engagement.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Tables;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ErasureEvent;
import dev.rapport.events.ErasureEvent.ErasureAcknowledged;
import dev.rapport.events.ErasureEvent.WorkspaceErased;
import dev.rapport.events.Event;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceRemoved;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class WorkspaceErasureTest {

    private final Workspace erased = Workspace.create();
    private final Workspace other = Workspace.create();

    @Inject
    DataSource database;

    @Test
    void shouldForgetAllOfTheWorkspaceAndNothingOfAnotherWhenItIsErased() {
        // Given
        var contacts = List.of(populate(erased), populate(other));

        // When
        var erasure = erase(erased, Instant.now());

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Tables.of(database, erased.name()))
                .containsExactlyInAnyOrder("erased_workspace", "inbox"));
        await().untilAsserted(() -> assertThat(acknowledgements(erased))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.erasureId()).isEqualTo(erasure);
                    assertThat(it.contactId()).isNull();
                    assertThat(it.service()).isEqualTo("engagement-service");
                }));
        assertThat(Topics.told(RelevanceEvent.TOPIC, erased.name() + "/" + contacts.get(0)))
                .last()
                .isInstanceOf(RelevanceRemoved.class);
        other.awaitInteractions(contacts.get(1), 1);
        assertThat(Tables.of(database, other.name()))
                .contains("directory_contact", "directory_address", "interaction", "signal", "tie", "idempotency_key")
                .contains("engagement_import", "own_address");
    }

    @Test
    void shouldKeepWhatIsNewerWhenTheErasureComesLateAndAgain() {
        // Given a workspace that was erased and goes on
        var before = Instant.now().minusSeconds(60);
        var contact = populate(erased);
        var stale = new Event<ContactEvent>(
                UuidCreator.getTimeOrderedEpochPlus1(),
                erased.name(),
                before.minusSeconds(60),
                new ContactDeleted(contact, 9, before));

        // When
        erase(erased, before);
        erase(erased, before);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> acknowledgements(erased).size() == 2);
        Topics.send(ContactEvent.TOPIC, stale);
        erased.change(contact, 2, "bea");

        // Then
        erased.awaitInteractions(contact, 1);
        assertThat(erased.as("alex").get("/v1/relevance/" + contact).<String>path("owner"))
                .isEqualTo("bea");
    }

    private static UUID populate(Workspace workspace) {
        var contact = workspace.contact("alex", "jane@example.org");
        workspace
                .as("alex")
                .header("Idempotency-Key", "once")
                .body(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND"))
                .post("/v1/interactions")
                .then()
                .statusCode(201);
        workspace
                .as("alex")
                .contentType("text/csv")
                .queryParam("own", "alex@example.org")
                .body("occurredAt,kind,direction,email\n2026-03-01,call,INBOUND,nobody\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/engagement-imports")
                .then()
                .statusCode(202);
        workspace.record(Map.of("address", "stranger@example.org", "kind", "call", "direction", "INBOUND"));
        for (var named : List.of(Map.of("contactId", contact), Map.of("address", "stranger@example.org"))) {
            var signal = new HashMap<String, Object>(named);
            signal.putAll(Map.of("kind", "milestone", "title", "Won a prize"));
            workspace.as("alex").body(signal).post("/v1/signals").then().statusCode(201);
        }
        workspace.awaitInteractions(contact, 1);
        return contact;
    }

    private static UUID erase(Workspace workspace, Instant at) {
        var erasure = UuidCreator.getTimeOrderedEpochPlus1();
        Topics.send(
                ErasureEvent.TOPIC,
                new Event<>(
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        workspace.name(),
                        at,
                        new WorkspaceErased(erasure, at)));
        return erasure;
    }

    private static List<ErasureAcknowledged> acknowledgements(Workspace workspace) {
        return Topics.told(ErasureEvent.TOPIC, workspace.name()).stream()
                .filter(ErasureAcknowledged.class::isInstance)
                .map(ErasureAcknowledged.class::cast)
                .toList();
    }
}
