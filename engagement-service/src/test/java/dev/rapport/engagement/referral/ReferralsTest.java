package dev.rapport.engagement.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.engagement.Person;
import dev.rapport.engagement.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EngagementTest
class ReferralsTest {

    private final Workspace workspace = Workspace.create();

    @Test
    void shouldAddUpWhatBecameOfThoseWhomSomebodyIntroduced() {
        // Given
        var ada = new Person(workspace, "alex").named("Ada").tell(1);
        var bob = new Person(workspace, "bea").named("Bob").tell(1);
        var first = new Person(workspace, "alex").introducedBy(ada).tell(1);
        var second = new Person(workspace, "alex").introducedBy(ada).tell(1);
        new Person(workspace, "alex").introducedBy(bob).tell(1);
        var deleted = new Person(workspace, "alex").introducedBy(bob).tell(1);
        for (int i = 0; i < 12; i++) {
            record(first, "call", "OUTBOUND", i * 2);
        }
        record(second, "call", "OUTBOUND", 1);
        record(bob, "referral", "INBOUND", 1);
        record(bob, "introduction", "OUTBOUND", 2);
        workspace.awaitInteractions(first, 12);
        workspace.awaitInteractions(second, 1);
        workspace.awaitInteractions(bob, 2);

        // When
        workspace.delete(deleted, 2);

        // Then
        var answer = workspace.as("alex").get("/v1/referrals");
        answer.then()
                .body(
                        "items.contactId", contains(ada.toString(), bob.toString()),
                        "items.displayName", contains("Ada", "Bob"),
                        "items.introduced", contains(2, 1),
                        "items.active", contains(1, 0),
                        "items.received", contains(0, 1),
                        "items.given", contains(0, 1));
        assertThat(answer.<Float>path("items[0].strength"))
                .isCloseTo(strength(first) + strength(second), within(1e-2f));
        assertThat(pages()).containsExactly(ada.toString(), bob.toString());
        workspace.as("alex").get("/v1/referrals?owner=bea").then().body("items.contactId", contains(bob.toString()));
        Workspace.create().as("alex").get("/v1/referrals").then().body("items", empty());
        Workspace.create().as("alex").get("/v1/referrals/" + ada).then().statusCode(404);
    }

    @Test
    void shouldGiveToTheSurvivorWhatItsMergedSelfBrought() {
        // Given
        var survivor = new Person(workspace, "alex").tell(1);
        var old = new Person(workspace, "alex").tell(1);
        var brought = new Person(workspace, "alex").introducedBy(old).tell(1);
        new Person(workspace, "alex").introducedBy(survivor).tell(1);

        // When
        workspace.merge(old, 2, survivor);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/referrals")
                .then()
                .body("items.contactId", contains(survivor.toString()), "items[0].introduced", equalTo(2)));
        for (var asked : List.of(survivor, old)) {
            workspace
                    .as("alex")
                    .get("/v1/referrals/" + asked)
                    .then()
                    .body("tree.contactId", equalTo(survivor.toString()), "people", equalTo(2), "more", equalTo(false));
        }
        workspace
                .as("alex")
                .get("/v1/referrals/" + brought)
                .then()
                .body("broughtBy.contactId", contains(survivor.toString()), "people", equalTo(0));
    }

    @Test
    void shouldTellEachOnceAndComeToAnEndWhenIntroductionsGoRound() {
        // Given a chain of seven that is closed to a circle
        var people = new ArrayList<Person>();
        for (int i = 0; i < 7; i++) {
            var person = new Person(workspace, "alex");
            if (i > 0) {
                person.introducedBy(people.get(i - 1).id);
            }
            person.tell(1);
            people.add(person);
        }
        people.get(0).introducedBy(people.get(6).id).tell(2);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> workspace
                .as("alex")
                .get("/v1/referrals/" + people.get(0).id)
                .then()
                .body("broughtBy", hasSize(5)));
        var path = "tree" + ".introduced[0]".repeat(5);
        workspace
                .as("alex")
                .get("/v1/referrals/" + people.get(0).id)
                .then()
                .body(
                        "people",
                        equalTo(5),
                        "more",
                        equalTo(true),
                        path + ".contactId",
                        equalTo(people.get(5).id.toString()),
                        path + ".introduced",
                        empty());
        workspace
                .as("alex")
                .get("/v1/referrals/" + people.get(3).id + "?depth=2")
                .then()
                .body("people", equalTo(2), "more", equalTo(true));
        workspace
                .as("alex")
                .get("/v1/referrals/" + people.get(3).id + "?depth=6")
                .then()
                .statusCode(400);
    }

    private void record(UUID contact, String kind, String direction, int daysAgo) {
        workspace.record(Map.of(
                "contactId",
                contact,
                "kind",
                kind,
                "direction",
                direction,
                "occurredAt",
                Instant.now().minus(Duration.ofDays(daysAgo)).toString()));
    }

    private float strength(UUID contact) {
        return workspace.as("alex").get("/v1/relevance/" + contact).path("strength");
    }

    private List<String> pages() {
        var ids = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = workspace.as("alex").get("/v1/referrals?limit=1&cursor=" + next);
            ids.addAll(page.path("items.contactId"));
            next = page.path("next");
        }
        return ids;
    }
}
