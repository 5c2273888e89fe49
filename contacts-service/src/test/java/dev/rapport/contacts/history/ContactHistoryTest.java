package dev.rapport.contacts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.Merges;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactHistoryTest {

    private final Client alex = Client.inNewWorkspace();

    @Inject
    Merges merges;

    @Test
    void shouldTellWhoChangedWhatWhenAContactLives() {
        var id = alex.add(Map.of("displayName", "Jane", "title", "Engineer"));
        var kim = Client.of(alex.workspace(), "kim");
        kim.patch(id, "\"1\"", Map.of("title", "CTO", "interests", List.of("go")));
        alex.patch(id, "\"2\"", "{\"title\": null}");

        var history = history(alex, id);

        history.then()
                .statusCode(200)
                .body("items.kind", contains("changed", "changed", "added"))
                .body("items.version", contains(3, 2, 1))
                .body("items.member", contains("alex", "kim", "alex"))
                .body("items.cause", contains("request", "request", "request"))
                .body("items[0].fields.title.from", equalTo("CTO"))
                .body("items[0].fields.title.to", nullValue())
                .body("items[1].fields.title.from", equalTo("Engineer"))
                .body("items[1].fields.title.to", equalTo("CTO"))
                .body("items[1].fields.interests.to", contains("go"))
                .body("items[1].fields.size()", equalTo(2))
                .body("items[2].causeId", nullValue())
                .body("next", nullValue());
        assertThat(Instant.parse(history.path("items[0].at")))
                .isBetween(Instant.parse(history.path("items[1].at")), Instant.now());
    }

    @Test
    void shouldShowEveryEntryOnceWhenTheHistoryHasPages() {
        var id = alex.add(Map.of("displayName", "Jane"));
        for (int version = 1; version < 6; version++) {
            alex.patch(id, "\"" + version + "\"", Map.of("title", "Title " + version));
        }

        var versions = new ArrayList<Integer>();
        var page = alex.request().queryParam("limit", 2).get(url(id));
        while (true) {
            versions.addAll(page.path("items.version"));
            String next = page.path("next");
            if (next == null) {
                break;
            }
            // A change meanwhile moves no page.
            alex.patch(id, "*", Map.of("notes", next));
            page = alex.request()
                    .queryParam("limit", 2)
                    .queryParam("cursor", next)
                    .get(url(id));
        }

        assertThat(versions).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void shouldStayReadableWhenTheContactIsInTheBin() {
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.delete(id, "\"1\"");

        history(alex, id).then().statusCode(200).body("items.kind", contains("deleted", "added"));
    }

    @Test
    void shouldLeadToTheSurvivorWhenTheContactWasMerged() {
        var merged = alex.add(Map.of("displayName", "Jane"));
        var survivor = alex.add(Map.of("displayName", "Jane Doe"));
        merges.merge(alex, merged, survivor);

        alex.request()
                .redirects()
                .follow(false)
                .get(url(merged))
                .then()
                .statusCode(308)
                .header("Location", endsWith(url(survivor)));
    }

    @Test
    void shouldAnswerAsForAnUnknownContactWhenItIsAnotherWorkspaces() {
        var id = alex.add(Map.of("displayName", "Jane"));
        var stranger = Client.inNewWorkspace();

        var theirs = history(stranger, id);

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.asString())
                .isEqualTo(history(stranger, UUID.randomUUID().toString()).asString());
        alex.request().queryParam("cursor", "nonsense").get(url(id)).then().statusCode(400);
        alex.request()
                .queryParam("limit", 0)
                .get(url(id))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("limit"));
    }

    private static Response history(Client client, String id) {
        return client.request().get(url(id));
    }

    private static String url(String id) {
        return Client.CONTACTS + "/" + id + "/history";
    }
}
