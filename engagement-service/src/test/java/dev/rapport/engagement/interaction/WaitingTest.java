package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@EngagementTest
class WaitingTest {

    private final Workspace workspace = Workspace.create();

    @Inject
    DataSource database;

    @Test
    void shouldAttachOnceWhenTheContactArrivesLater() {
        // Given
        var contact = UuidCreator.getTimeOrderedEpochPlus1();
        var byId = workspace.record(Map.of("contactId", contact, "kind", "call", "direction", "OUTBOUND"));
        var byAddress =
                workspace.record(Map.of("address", "Jane@example.org", "kind", "email", "direction", "INBOUND"));
        var stranger = workspace.record(Map.of("address", "joe@example.org", "kind", "email", "direction", "INBOUND"));
        workspace
                .as("alex")
                .get("/v1/interactions/" + byId)
                .then()
                .body("matched", equalTo(false), "contactId", equalTo(contact.toString()), "owner", nullValue());

        // When
        workspace.change(contact, 1, "bea", "jane@example.org");
        workspace.change(contact, 2, "bea", "jane@example.org", "linkedin:jane");

        // Then
        workspace.awaitInteractions(contact, 2);
        for (var id : new UUID[] {byId, byAddress}) {
            workspace
                    .as("alex")
                    .get("/v1/interactions/" + id)
                    .then()
                    .body("matched", equalTo(true), "contactId", equalTo(contact.toString()), "owner", equalTo("bea"));
        }
        workspace.as("alex").get("/v1/interactions/" + stranger).then().body("matched", equalTo(false));
        assertThat(Topics.read("rapport.interactions", workspace.name() + "/")).hasSize(2);
    }

    @Test
    void shouldAttachByTheSweepWhenRequestAndContactPassedEachOther() throws SQLException {
        // Given
        var contact = workspace.contact("alex", "jane@example.org");

        // When
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into interaction (workspace_id, id, address, kind, direction, occurred_at, recorded_at)
                        values (?, ?, 'jane@example.org', 'email', 'INBOUND', now(), now())""")) {
            insert.setString(1, workspace.name());
            insert.setObject(2, UuidCreator.getTimeOrderedEpochPlus1());
            insert.executeUpdate();
        }

        // Then
        workspace.awaitInteractions(contact, 1);
        workspace
                .as("alex")
                .queryParam("contact", contact)
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(1));
    }
}
