package dev.rapport.engagement.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Person;
import dev.rapport.engagement.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@EngagementTest
class RepliesOwedTest {

    private static final Instant NOW = Instant.now();

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldTellWhoWaitsForWhomTheOldestFirst() {
        // Given
        var asked = contact("alex", "email INBOUND 50", "email OUTBOUND 40", "email INBOUND 30", "message INBOUND 20");
        var answered = contact("alex", "email INBOUND 50", "call MUTUAL 10");
        var asking = contact("alex", "email INBOUND 90", "email OUTBOUND 5");
        var pitched = contact("alex", "pitch INBOUND 5", "email OUTBOUND 70");
        var ofBea = contact("bea", "email INBOUND 25");

        // Then
        assertThat(pages("side=mine")).containsExactly(ofBea, asked);
        assertThat(pages("side=mine&order=relevance")).containsExactly(asked, ofBea);
        assertThat(pages("side=mine&owner=alex")).containsExactly(asked);
        assertThat(pages("side=mine&owner=alex&order=relevance")).containsExactly(asked);
        assertThat(pages("side=theirs")).containsExactly(pitched, asking);
        assertThat(pages("side=theirs&owner=bea")).isEmpty();
        assertThat(answered).isNotNull();
        workspace
                .as("alex")
                .get("/v1/replies-owed?owner=alex")
                .then()
                .body(
                        "items[0].messages", equalTo(2),
                        "items[0].kind", equalTo("message"),
                        "items[0].subject", equalTo("message INBOUND 20"),
                        "items[0].side", equalTo("mine"),
                        "items[0].waitingSince", equalTo(at(30)),
                        "items[0].askedAt", equalTo(at(20)),
                        "items[0].displayName", equalTo("Contact " + asked));
        Duration waiting = Duration.parse(
                workspace.as("alex").get("/v1/replies-owed?owner=alex").path("items[0].waiting"));
        assertThat(waiting).isBetween(Duration.ofHours(20), Duration.ofHours(21));
        Workspace.create().as("alex").get("/v1/replies-owed").then().body("items", empty());
    }

    @Test
    void shouldCountTheSurvivorsWhenContactsAreMergedAndNobodyWhenTheyAreDeleted() {
        // Given one that asked by its old self
        var survivor = contact("alex", "email OUTBOUND 50");
        var old = contact("alex", "email INBOUND 20");

        // When
        workspace.merge(old, 2, survivor);
        workspace.awaitInteractions(survivor, 2);

        // Then
        workspace
                .as("alex")
                .get("/v1/replies-owed")
                .then()
                .body(
                        "items.contactId",
                        contains(survivor.toString()),
                        "items[0].subject",
                        equalTo("email INBOUND 20"));

        // When
        workspace.delete(survivor, 2);

        // Then
        Awaitility.await()
                .untilAsserted(() ->
                        workspace.as("alex").get("/v1/replies-owed").then().body("items", empty()));
    }

    /** With interactions that each say kind, direction and hours ago; also in their subjects. */
    private UUID contact(String owner, String... interactions) {
        var contact = new Person(workspace, owner).tell(1);
        int counted = 0;
        for (var text : interactions) {
            var parts = text.split(" ");
            workspace.record(Map.of(
                    "contactId",
                    contact,
                    "kind",
                    parts[0],
                    "direction",
                    parts[1],
                    "subject",
                    text,
                    "occurredAt",
                    at(Integer.parseInt(parts[2]))));
            counted += text.startsWith("pitch INBOUND") ? 0 : 1;
        }
        workspace.awaitInteractions(contact, counted);
        return contact;
    }

    private static String at(int hoursAgo) {
        return NOW.truncatedTo(ChronoUnit.SECONDS)
                .minus(Duration.ofHours(hoursAgo))
                .toString();
    }

    private List<UUID> pages(String query) {
        var ids = new ArrayList<UUID>();
        String next = "";
        while (next != null) {
            var page = workspace.as("alex").get("/v1/replies-owed?limit=1&cursor=" + next + "&" + query);
            List<String> items = page.path("items.contactId");
            items.forEach(id -> ids.add(UUID.fromString(id)));
            next = page.path("next");
        }
        return ids;
    }
}
