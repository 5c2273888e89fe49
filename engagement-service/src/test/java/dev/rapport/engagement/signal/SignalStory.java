package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalSeen;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Signals of a workspace, told and heard from the outside. */
record SignalStory(Workspace workspace) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The body of a promotion of a contact. */
    static Map<String, Object> promotion(UUID contact, String title, String source) {
        return new HashMap<>(Map.of(
                "contactId", contact, "kind", "promotion", "title", title, "source", source, "externalId", title));
    }

    /** Tells of a signal; returns its id. */
    UUID add(Map<String, ?> body) {
        return UUID.fromString(post(body).statusCode(201).extract().path("id"));
    }

    ValidatableResponse post(Map<String, ?> body) {
        return workspace.as("alex").body(body).post("/v1/signals").then();
    }

    ValidatableResponse get(UUID id) {
        return workspace.as("alex").get("/v1/signals/" + id).then();
    }

    void retract(UUID id) {
        workspace.as("alex").delete("/v1/signals/" + id).then().statusCode(204);
    }

    /** The ids in a contact's list. */
    List<String> list(UUID contact) {
        return workspace.as("alex").get("/v1/signals?contact=" + contact).path("items.id");
    }

    /** What was told, of each contact in order. */
    List<SignalEvent> told() {
        return Topics.told(SignalEvent.TOPIC, workspace.name() + "/");
    }

    /** Waits until these signals, and no others, stand as told, to whoever keeps the highest revision. */
    void awaitStanding(UUID... signals) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(standing()).containsExactlyInAnyOrder(signals));
    }

    private Set<UUID> standing() {
        var latest = new HashMap<UUID, SignalEvent>();
        var seen = new HashSet<String>();
        for (var event : told()) {
            assertThat(seen.add(event.signalId() + "@" + event.revisionNumber()))
                    .as("a revision is told once")
                    .isTrue();
            latest.merge(
                    event.signalId(),
                    event,
                    (one, other) -> one.revisionNumber() > other.revisionNumber() ? one : other);
        }
        var standing = new LinkedHashSet<UUID>();
        latest.values().stream().filter(SignalSeen.class::isInstance).forEach(event -> standing.add(event.signalId()));
        return standing;
    }
}
