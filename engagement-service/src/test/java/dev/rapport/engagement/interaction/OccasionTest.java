package dev.rapport.engagement.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Topics;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting with several contacts. */
@EngagementTest
class OccasionTest {

    private final Workspace workspace = Workspace.create();
    private UUID anna;
    private UUID ben;

    @BeforeEach
    void addContacts() {
        anna = workspace.contact("alex", "anna@example.org");
        ben = workspace.contact("bea");
    }

    @Test
    void shouldTouchEveryParticipantWhenAMeetingIsRecorded() {
        // When
        var meeting = post(named("address", "Anna@example.org"), named("contactId", ben), named("address", "c@x.org"));

        // Then
        meeting.then()
                .statusCode(201)
                .body("contactId", equalTo(anna.toString()), "durationSeconds", equalTo(1800))
                .body("occasionId", equalTo(meeting.path("id")))
                .body("participants.contactId", contains(anna.toString(), ben.toString(), null))
                .body("participants.owner", contains("alex", "bea", null))
                .body("participants.matched", contains(true, true, false))
                .body("participants[2].address", equalTo("c@x.org"));
        workspace.awaitInteractions(anna, 1);
        workspace.awaitInteractions(ben, 1);
        var cara = workspace.contact("alex", "c@x.org");
        workspace.awaitInteractions(cara, 1);
        assertThat(Topics.told(InteractionEvent.TOPIC, workspace.name()))
                .hasSize(3)
                .allSatisfy(it -> assertThat(((InteractionRecorded) it).occasionId())
                        .isEqualTo(UUID.fromString(meeting.path("id"))));
        workspace
                .as("alex")
                .get("/v1/interactions")
                .then()
                .body("items", hasSize(3), "items.occasionId", everyItem(equalTo(meeting.path("id"))));
    }

    @Test
    void shouldChangeAllOfTheOccasionButOnlyOneContactWhenOneIsPatched() {
        // Given
        var meeting = post(named("contactId", anna), named("contactId", ben));
        UUID second = UUID.fromString(meeting.path("participants[1].id"));
        var cara = workspace.contact("alex");

        // When
        var patched = workspace
                .as("alex")
                .header("If-Match", meeting.header("ETag"))
                .body(Map.of("kind", "call", "contactId", cara))
                .patch("/v1/interactions/" + second);

        // Then
        patched.then()
                .statusCode(200)
                .body("id", equalTo(second.toString()), "kind", equalTo("call"))
                .body("participants.contactId", contains(anna.toString(), cara.toString()));
        workspace
                .as("alex")
                .get("/v1/interactions/" + meeting.path("id"))
                .then()
                .header("ETag", equalTo(patched.header("ETag")))
                .body("kind", equalTo("call"), "contactId", equalTo(anna.toString()));
        workspace.awaitInteractions(cara, 1);
        workspace.awaitInteractions(anna, 1);
        workspace.awaitInteractions(ben, 0);
        workspace
                .as("alex")
                .body(Map.of("contactId", anna))
                .patch("/v1/interactions/" + second)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("contactId"));
    }

    @Test
    void shouldRetractAndRestoreAllWhenOneIs() {
        var meeting = post(named("contactId", anna), named("contactId", ben));
        var second = "/v1/interactions/" + meeting.path("participants[1].id");
        workspace.awaitInteractions(anna, 1);
        workspace.awaitInteractions(ben, 1);

        workspace.as("alex").delete(second).then().statusCode(204);
        workspace.awaitInteractions(anna, 0);
        workspace.awaitInteractions(ben, 0);
        workspace
                .as("alex")
                .get("/v1/interactions/" + meeting.path("id"))
                .then()
                .statusCode(404);

        workspace.as("alex").post(second + "/restore").then().statusCode(200).body("participants", hasSize(2));
        workspace.awaitInteractions(anna, 1);
        workspace.awaitInteractions(ben, 1);
    }

    @Test
    void shouldFollowTheSourceWhenTheParticipantsChange() {
        // Given
        var cara = workspace.contact("alex");
        var first = sourced(named("contactId", anna), named("contactId", ben));
        first.then().statusCode(201);
        var id = first.<String>path("id");

        // When the same is told again, in another order
        sourced(named("contactId", ben), named("contactId", anna))
                .then()
                .statusCode(200)
                .header("ETag", equalTo(first.header("ETag")));

        // And one leaves, two come
        var dora = workspace.contact("alex");
        sourced(named("contactId", cara), named("contactId", dora), named("contactId", ben))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("participants.contactId", contains(cara.toString(), ben.toString(), dora.toString()));
        workspace.awaitInteractions(anna, 0);
        for (var contact : List.of(ben, cara, dora)) {
            workspace.awaitInteractions(contact, 1);
        }

        // And only one is left
        sourced(named("contactId", dora))
                .then()
                .statusCode(200)
                .body("id", equalTo(id), "contactId", equalTo(dora.toString()), "occasionId", nullValue());

        // Then
        workspace.awaitInteractions(ben, 0);
        workspace.awaitInteractions(cara, 0);
        workspace.awaitInteractions(dora, 1);
        workspace.as("alex").get("/v1/interactions").then().body("items", hasSize(1));
    }

    @Test
    void shouldNameTheFieldWhenTheParticipantsAreNotValid() {
        var faults = new HashMap<List<Map<String, ?>>, String>();
        faults.put(List.of(named("contactId", anna)), "participants");
        faults.put(
                IntStream.range(0, 101)
                        .<Map<String, ?>>mapToObj(i -> named("address", i + "@x.org"))
                        .toList(),
                "participants");
        faults.put(List.of(named("address", "a@x.org"), named("address", "A@X.org")), "participants");
        faults.put(List.of(named("address", "a@x.org"), named("address", "nobody")), "participants[1].address");
        faults.put(List.of(named("address", "a@x.org"), Map.of()), "participants[1].contactId");

        faults.forEach((participants, field) -> workspace
                .as("alex")
                .body(meeting(participants))
                .post("/v1/interactions")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field)));
        var both = new HashMap<>(meeting(List.of(named("contactId", anna), named("contactId", ben))));
        both.put("contactId", anna);
        workspace.as("alex").body(both).post("/v1/interactions").then().statusCode(400);
        workspace.as("alex").get("/v1/interactions").then().body("items", hasSize(0));
    }

    @SafeVarargs
    private Response post(Map<String, ?>... participants) {
        return workspace.as("alex").body(meeting(List.of(participants))).post("/v1/interactions");
    }

    @SafeVarargs
    private Response sourced(Map<String, ?>... participants) {
        var all = Stream.of(participants).toList();
        var body = new HashMap<>(meeting(all));
        if (all.size() == 1) {
            body.remove("participants");
            body.putAll(all.get(0));
        }
        body.putAll(Map.of("source", "calendar", "externalId", "kick-off"));
        return workspace.as("alex").body(body).post("/v1/interactions");
    }

    private static Map<String, Object> meeting(List<? extends Map<String, ?>> participants) {
        return Map.of(
                "participants",
                participants,
                "kind",
                "meeting",
                "direction",
                "MUTUAL",
                "occurredAt",
                "2026-03-02T14:00:00Z",
                "durationSeconds",
                1800);
    }

    private static Map<String, ?> named(String field, Object value) {
        return Map.of(field, value);
    }
}
