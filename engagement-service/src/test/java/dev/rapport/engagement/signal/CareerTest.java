package dev.rapport.engagement.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Workspace;
import dev.rapport.events.ContactEvent.CareerChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class CareerTest {

    private final Workspace workspace = Workspace.create();
    private final SignalStory story = new SignalStory(workspace);

    @Test
    void shouldMakeOneSignalOfEachChangeOfOrganizationOrTitleHoweverOftenItIsTold() {
        // Given
        var jane = workspace.contact("alex", "jane@example.org");
        var now = Instant.now();
        var hired = new CareerChange(now.minus(Duration.ofDays(9)), "Initech", "Engineer", "Acme", "CTO");
        var known = new CareerChange(now.minus(Duration.ofDays(8)), null, null, "Acme", "CTO");
        var promoted = new CareerChange(now.minus(Duration.ofDays(1)), "Acme", "CTO", "Acme", "CEO");

        // When
        workspace.publish(jane, 2, "alex", hired, "jane@example.org");
        workspace.publish(jane, 3, "carl", hired, "jane@example.org");
        workspace.awaitOwner(jane, "carl");
        workspace.publish(jane, 4, "dora", known, "jane@example.org");
        workspace.awaitOwner(jane, "dora");
        workspace.publish(jane, 5, "alex", promoted, "jane@example.org");
        workspace.publish(jane, 6, "alex", promoted, "jane@example.org");
        workspace.change(jane, 7, "bea");
        workspace.awaitOwner(jane, "bea");

        // Then
        workspace
                .as("alex")
                .get("/v1/signals?contact=" + jane)
                .then()
                .body(
                        "items.kind", contains("promotion", "job_change"),
                        "items.title", contains("CTO at Acme → CEO at Acme", "Engineer at Initech → CTO at Acme"),
                        "items.source", contains("contacts", "contacts"));
        await().untilAsserted(() -> assertThat(story.told()).hasSize(2));
    }

    @Test
    void shouldBeOneWithWhatAPartnerToldBeforeOrTellsAfterwards() {
        // Given
        var jane = workspace.contact("alex");
        var before = story.add(SignalStory.promotion(jane, "Acme makes Jane Doe its CEO", "news"));
        var change = new CareerChange(Instant.now(), "Acme", "CTO", "Acme", "Chief Executive Officer");

        // When
        workspace.publish(jane, 2, "alex", change);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> story.get(before).body("sources.source", contains("contacts")));
        var after = story.add(SignalStory.promotion(jane, "Jane Doe is CEO of Acme", "crm"));
        story.get(after).body("sameAs", equalTo(before.toString()));
        story.awaitStanding(before);
        assertThat(story.told()).hasSize(1);
    }

    @Test
    void shouldStayRetractedWhenTheSnapshotIsToldAgain() {
        // Given
        var jane = workspace.contact("alex");
        var change = new CareerChange(Instant.now(), "Initech", null, "Acme", null);
        workspace.publish(jane, 2, "alex", change);
        await().atMost(Duration.ofSeconds(20)).until(() -> story.list(jane).size() == 1);
        var id = UUID.fromString(story.list(jane).get(0));

        // When
        story.retract(id);
        workspace.publish(jane, 3, "bea", change);
        workspace.awaitOwner(jane, "bea");

        // Then
        assertThat(story.list(jane)).isEmpty();
        story.awaitStanding();
        workspace
                .as("alex")
                .body(Map.of("title", "x"))
                .patch("/v1/signals/" + id)
                .then()
                .statusCode(404);
    }
}
