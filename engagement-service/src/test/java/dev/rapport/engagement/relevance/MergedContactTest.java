package dev.rapport.engagement.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceRemoved;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class MergedContactTest {

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldRedirectToTheSurvivorWhenItsContactWasMerged() {
        // Given
        var survivor = workspace.contact("alex");
        var old = workspace.contact("alex");

        // When
        workspace.merge(old, 2, survivor);
        awaitStatus(old, 308);

        // Then
        for (var rest : new String[] {"", "/explanation"}) {
            var answer = get(old + rest);
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.header("Location")).isEqualTo("/v1/relevance/" + survivor + rest);
            assertThat(get(UUID.randomUUID() + rest).statusCode()).isEqualTo(404);
        }
        assertThat(get(survivor.toString()).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldCountAllThatHappenedForTheSurvivorWhenContactsAreMerged() {
        // Given
        var survivor = workspace.contact("alex", "jane@example.org");
        var old = workspace.contact("bea", "jane@old.example.org");
        var own = record("contactId", survivor, 3);
        var former = record("contactId", old, 2);
        workspace.awaitInteractions(survivor, 1);
        workspace.awaitInteractions(old, 1);

        // When they are merged, and more is recorded by the old id and by the old address
        workspace.merge(old, 2, survivor);
        awaitStatus(old, 308);
        workspace.publish(survivor, 2, "alex", "jane@example.org", "jane@old.example.org");
        var byOldId = record("contactId", old, 1);
        var byOldAddress = record("address", "jane@old.example.org", 0);

        // Then
        workspace.awaitInteractions(survivor, 4);
        var all = new String[] {byOldAddress.toString(), byOldId.toString(), former.toString(), own.toString()};
        for (var asked : new UUID[] {survivor, old}) {
            workspace.as("alex").get("/v1/interactions?contact=" + asked).then().body("items.id", contains(all));
        }
        assertThat(pages(survivor)).containsExactly(all);
        get(survivor + "/explanation").then().body("shares.interactionId", containsInAnyOrder(all));
        workspace.as("alex").get("/v1/relevance").then().body("items.contactId", contains(survivor.toString()));
        workspace
                .as("alex")
                .get("/v1/interactions/" + byOldId)
                .then()
                .body("matched", equalTo(true), "owner", equalTo("alex"), "contactId", equalTo(old.toString()));
        await().untilAsserted(() -> assertThat(Topics.told(RelevanceEvent.TOPIC, workspace.name()))
                .filteredOn(RelevanceRemoved.class::isInstance)
                .extracting(RelevanceEvent::contactId)
                .containsExactly(old));
    }

    @Test
    void shouldPutEachBackWhenTheMergeIsUndone() {
        // Given
        var survivor = workspace.contact("alex");
        var old = workspace.contact("bea");
        record("contactId", survivor, 3);
        record("contactId", old, 2);
        var taken = record("contactId", old, 1);
        workspace.awaitInteractions(survivor, 1);
        workspace.awaitInteractions(old, 2);
        var before = strengthOf(old);

        // When merged, one of the old one's interactions is taken back, and then parted again
        workspace.merge(old, 2, survivor);
        workspace.awaitInteractions(survivor, 3);
        workspace.as("alex").delete("/v1/interactions/" + taken).then().statusCode(204);
        workspace.awaitInteractions(survivor, 2);
        var again = record("contactId", old, 1);
        workspace.awaitInteractions(survivor, 3);
        workspace.publish(old, 3, "bea");

        // Then
        workspace.awaitInteractions(old, 2);
        workspace.awaitInteractions(survivor, 1);
        assertThat(again).isNotEqualTo(taken);
        assertThat(strengthOf(old)).isCloseTo(before, within(1e-3));
        get(old.toString()).then().body("owner", equalTo("bea"));
        workspace.as("alex").get("/v1/interactions?contact=" + survivor).then().body("items", hasSize(1));
    }

    @Test
    void shouldFollowTheChainWhenItsLinksArriveBeforeTheSurvivor() {
        // Given a chain of merges, its last link first, into a contact that nobody has heard of
        var survivor = UuidCreator.getTimeOrderedEpochPlus1();
        var middle = workspace.contact("alex");
        var first = workspace.contact("alex");
        record("contactId", first, 2);
        record("contactId", middle, 1);
        workspace.awaitInteractions(first, 1);
        workspace.awaitInteractions(middle, 1);
        workspace.merge(middle, 2, survivor);
        workspace.merge(first, 2, middle);
        awaitStatus(middle, 404);
        awaitStatus(first, 404);
        var waiting = record("contactId", first, 0);

        // When
        workspace.change(survivor, 1, "alex");

        // Then
        workspace.awaitInteractions(survivor, 3);
        awaitStatus(first, 308);
        assertThat(get(first.toString()).header("Location")).endsWith(survivor.toString());
        workspace.as("alex").get("/v1/interactions/" + waiting).then().body("matched", equalTo(true));

        // And when the chain is closed to a circle, and opened again in the middle
        workspace.merge(survivor, 2, first);
        awaitStatus(survivor, 404);
        awaitStatus(first, 404);
        workspace.publish(middle, 3, "alex");
        workspace.awaitInteractions(middle, 3);
        awaitStatus(survivor, 308);
    }

    private UUID record(String name, Object contact, int daysAgo) {
        return workspace.record(Map.of(
                name,
                contact,
                "kind",
                "call",
                "direction",
                "OUTBOUND",
                "occurredAt",
                Instant.now().minus(Duration.ofDays(daysAgo)).toString()));
    }

    private List<String> pages(UUID contact) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = workspace.as("alex").queryParam("contact", contact).queryParam("limit", 1);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/v1/interactions");
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return ids;
    }

    private double strengthOf(UUID contact) {
        return ((Number) get(contact.toString()).path("strength")).doubleValue();
    }

    private Response get(String path) {
        return workspace.as("alex").redirects().follow(false).get("/v1/relevance/" + path);
    }

    private void awaitStatus(UUID contact, int status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(contact.toString()).statusCode(), Integer.valueOf(status)::equals);
    }
}
