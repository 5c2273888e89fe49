package dev.rapport.contacts.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.Merges;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ErasureReceiptsTest {

    private static final String ENGAGEMENT = "engagement-service";
    private static final String NOTIFIER = "notifier-service";
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    private final Client alex = Client.inNewWorkspace();

    @Inject
    Merges merges;

    @Test
    void shouldBeCompleteWhenEveryServiceHasForgottenEveryContact() {
        var merged = alex.add(Map.of("displayName", "J."));
        var survivor = alex.add(Map.of("displayName", "Jane"));
        merges.merge(alex, merged, survivor);
        var erasure = erase(survivor);

        ErasureTopic.acknowledge(alex, erasure, survivor, NOTIFIER, AT);
        ErasureTopic.acknowledge(alex, erasure, survivor, NOTIFIER, AT);
        ErasureTopic.acknowledge(alex, erasure, survivor, ENGAGEMENT, AT);
        ErasureTopic.acknowledge(alex, erasure, merged, ENGAGEMENT, AT.plusSeconds(5));
        await().untilAsserted(() -> alex.request()
                .get("/v1/erasures/" + erasure)
                .then()
                .body("receipts.complete", contains(true, true, false))
                .body("receipts[1].erasedAt", equalTo("2026-03-01T09:00:05Z"))
                .body("complete", equalTo(false)));
        ErasureTopic.acknowledge(alex, erasure, merged, NOTIFIER, AT);

        await().untilAsserted(() ->
                alex.request().get("/v1/erasures/" + erasure).then().body("complete", equalTo(true)));
    }

    @Test
    void shouldChangeNothingWhenReceiptsAreRepeatedOrOfNobody() {
        var id = alex.add(Map.of("displayName", "Jane"));
        var erasure = erase(id);
        var stranger = Client.inNewWorkspace();

        ErasureTopic.acknowledge(alex, UUID.randomUUID().toString(), id, ENGAGEMENT, AT);
        ErasureTopic.acknowledge(alex, erasure, UUID.randomUUID().toString(), ENGAGEMENT, AT);
        ErasureTopic.acknowledge(alex, erasure, null, ENGAGEMENT, AT);
        ErasureTopic.acknowledge(stranger, erasure, id, ENGAGEMENT, AT);
        ErasureTopic.acknowledge(alex, erasure, id, NOTIFIER, AT);
        ErasureTopic.acknowledge(alex, erasure, id, NOTIFIER, AT.plusSeconds(9));
        // Of the same key, hence after all the others of this contact.
        ErasureTopic.acknowledge(alex, erasure, id, "archive-service", AT);

        await().untilAsserted(() -> alex.request()
                .get("/v1/erasures/" + erasure)
                .then()
                .body("receipts.service", contains("contacts-service", ENGAGEMENT, NOTIFIER, "archive-service")));
        alex.request()
                .get("/v1/erasures/" + erasure)
                .then()
                .body("receipts.complete", contains(true, false, true, true))
                .body("receipts[2].erasedAt", equalTo("2026-03-01T09:00:00Z"));
    }

    @Test
    void shouldListTheNewestFirstWhenThereAreSeveral() {
        var erasures = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            erasures.add(0, erase(alex.add(Map.of("displayName", "Jane"))));
        }

        var first = alex.request().queryParam("limit", 2).get("/v1/erasures");
        var second =
                alex.request().queryParam("cursor", first.<String>path("next")).get("/v1/erasures");

        var listed = new ArrayList<String>(first.path("items.id"));
        listed.addAll(second.path("items.id"));
        assertThat(listed).containsExactlyElementsOf(erasures);
        second.then().body("items[0].receipts", hasSize(3));
    }

    @Test
    void shouldAnswerAsForAnUnknownIdWhenTheErasureIsAnotherWorkspaces() {
        var theirs = erase(alex.add(Map.of("displayName", "Jane")));
        var stranger = Client.inNewWorkspace();

        var answer = stranger.request().get("/v1/erasures/" + theirs);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString())
                .isEqualTo(stranger.request()
                        .get("/v1/erasures/" + UUID.randomUUID())
                        .asString());
        stranger.request().get("/v1/erasures").then().body("items", hasSize(0));
    }

    private String erase(String id) {
        return alex.request()
                .header("If-Match", "*")
                .delete(Client.CONTACTS + "/" + id + "?erase=true")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
