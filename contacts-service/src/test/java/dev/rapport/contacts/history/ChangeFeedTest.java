package dev.rapport.contacts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.Merges;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ChangeFeedTest {

    private final Client alex = Client.inNewWorkspace();

    @Inject
    Merges merges;

    @Inject
    ForgetTombstones forgetTombstones;

    @Inject
    DataSource database;

    @Test
    void shouldTellEveryChangeInOrderWhenContactsComeAndGo() {
        var follower = Follower.fromNow(alex);
        var jane = alex.add(Map.of("displayName", "Jane"));
        var john = alex.add(Map.of("displayName", "John"));
        alex.patch(jane, "\"1\"", Map.of("title", "CTO"));
        alex.delete(jane, "\"2\"");
        alex.request().post(Client.CONTACTS + "/" + jane + "/restore").then().statusCode(200);
        merges.merge(alex, john, jane);

        var items = follower.until(6);

        assertThat(items)
                .extracting(item -> item.get("type"))
                .containsExactly("changed", "changed", "changed", "deleted", "changed", "merged");
        assertThat(items).extracting(item -> item.get("id")).containsExactly(jane, john, jane, jane, jane, john);
        assertThat(items).extracting(item -> item.get("version")).containsExactly(1, 1, 2, 3, 4, 2);
        assertThat(items.get(5)).containsEntry("mergedInto", jane).doesNotContainKey("contact");
        assertThat(items.get(4)).extracting("contact.title", "contact.version").containsExactly("CTO", 4);
        assertThat(follower.until(6)).as("nothing again").hasSize(6);
    }

    @Test
    void shouldShowTheContactAsItIsNowOrNotAtAllWhenItHasChangedSince() {
        var jane = alex.add(Map.of("displayName", "Jane"));
        var gone = alex.add(Map.of("displayName", "Gone"));
        alex.patch(jane, "\"1\"", Map.of("title", "CTO"));
        alex.delete(gone, "\"1\"");

        var items = Follower.fromTheStart(alex, 200).until(4);

        assertThat(items.get(0)).extracting("version", "contact.version").containsExactly(1, 2);
        assertThat(items.get(1)).containsEntry("type", "changed").doesNotContainKey("contact");
    }

    @Test
    void shouldLeaveOnlyTheTombstoneWhenAContactIsErased() {
        var follower = Follower.fromNow(alex);
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.delete(id, "\"1\"");
        alex.request().post(Client.CONTACTS + "/" + id + "/restore");
        assertThat(follower.until(3))
                .extracting(item -> item.get("type"))
                .containsExactly("changed", "deleted", "changed");

        alex.request()
                .header("If-Match", "\"3\"")
                .delete(Client.CONTACTS + "/" + id + "?erase=true")
                .then()
                .statusCode(202);

        var last = follower.until(4).get(3);
        assertThat(last).containsOnlyKeys("type", "id", "version", "at").containsEntry("type", "erased");
        assertThat(last).containsEntry("id", id).containsEntry("version", 4);
        assertThat(Follower.fromTheStart(alex, 50).until(1).get(0)).isEqualTo(last);
    }

    @Test
    void shouldTellNoneOfAnothersWhenWorkspacesShareTheFeedsPositions() {
        var stranger = Client.inNewWorkspace();
        var theirs = Follower.fromNow(stranger);
        alex.add(Map.of("displayName", "Jane"));
        stranger.add(Map.of("displayName", "Own"));

        assertThat(theirs.until(1)).extracting("contact.displayName").containsExactly("Own");
        var token = Follower.fromTheStart(alex, 50);
        token.until(1);
        Follower.read(stranger, token.token(), 50).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void shouldRefuseTheTokenWhenItIsExpiredOrNone() {
        var own = feedDatabase();
        var expired = SyncToken.before(own, "1", Instant.now().minus(Duration.ofDays(91)));
        var foreign = SyncToken.before("1", "1", Instant.now());

        for (var token : List.of(expired, foreign)) {
            Follower.read(alex, token.text(), 50)
                    .then()
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:rapport:problem:sync-token-expired"));
        }
        Follower.read(alex, "nonsense", 50).then().statusCode(400).body("violations.field", contains("since"));
        Follower.read(alex, null, 201).then().statusCode(400);
    }

    @Test
    void shouldForgetTombstonesWhenNoTokenCanAskForThem() throws SQLException {
        var old = tombstone(92);
        var recent = tombstone(89);

        forgetTombstones.sweep();

        assertThat(Follower.fromTheStart(alex, 50).until(1))
                .extracting(item -> item.get("id"))
                .containsExactly(recent)
                .doesNotContain(old);
    }

    @Test
    void shouldTellEveryAnswerInTheDocument() {
        var document = RestAssured.given()
                .accept("application/json")
                .get("/openapi?format=json")
                .jsonPath();

        Map<String, Object> answers = document.getMap("paths.'/v1/contacts/changes'.get.responses");
        assertThat(answers).containsKeys("200", "400", "401", "403", "410");
        Map<String, Object> schemas = document.getMap("components.schemas");
        assertThat(schemas).containsKeys("ContactUpdates", "ContactUpdate", "ContactUpdateType", "Contact");
        var references = new ArrayList<String>();
        for (var text = document.prettify(); text.contains("#/components/schemas/"); ) {
            text = text.substring(text.indexOf("#/components/schemas/") + 21);
            references.add(text.substring(0, text.indexOf('"')));
        }
        assertThat(schemas.keySet()).containsAll(references);
    }

    /** Another database's token is told by the id in it: this one's is in every token. */
    private String feedDatabase() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select system_identifier::text from pg_control_system()");
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String tombstone(int days) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into contact_change (workspace_id, contact_id, version, kind, at, member, cause)
                        values (?, ?::uuid, 2, 'erased', now() - make_interval(days => ?), 'alex', 'erasure')""")) {
            insert.setString(1, alex.workspace());
            insert.setString(2, id);
            insert.setInt(3, days);
            insert.executeUpdate();
        }
        return id;
    }
}
