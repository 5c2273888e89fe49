package dev.rapport.contacts.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.contacts.SomeDetails;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class UndoMergeTest {

    private static final Logger LOG = Logger.getLogger(UndoMergeTest.class);

    private final MergeClient alex = MergeClient.inNewWorkspace();
    private final Client member = alex.member();

    @Inject
    DataSource database;

    @Inject
    ExpireMerges expireMerges;

    @Inject
    Merges merges;

    @Inject
    OnBehalf onBehalf;

    @Test
    void shouldRestoreEverybodyExactly() {
        var jane = member.add(Map.of("givenName", "Jane", "emails", List.of("a@example.org"), "title", "CTO"));
        var john = member.add(Map.of("givenName", "John", "emails", List.of("b@example.org"), "title", "CEO"));
        var before = List.of(alex.contact(jane), alex.contact(john));
        var merge = alex.merged(jane, john);

        alex.undo(merge).then().statusCode(204);

        assertThat(List.of(alex.contact(jane), alex.contact(john))).isEqualTo(before);
        member.get(jane).then().header("ETag", "\"3\"");
        member.get(john).then().header("ETag", "\"3\"");
        assertThat(member.walk(Map.of("address", "b@example.org"))).containsExactly(john);
        member.request()
                .get("/v1/merges/" + merge)
                .then()
                .body("undoneAt", notNullValue())
                .body("undoneBy", equalTo("alex"))
                .body("undoable", equalTo(false));
        alex.undo(merge).then().statusCode(204);
        member.get(jane).then().header("ETag", "\"3\"");
    }

    @Test
    void shouldKeepLaterEditsOfWhatTheMergeHadNotChanged() {
        var jane = member.add(Map.of("givenName", "Jane", "title", "CTO", "emails", List.of("a@example.org")));
        var john = member.add(Map.of("givenName", "John", "organization", "Acme", "emails", List.of("b@example.org")));
        var merge = alex.merged(jane, john);
        member.patch(
                jane,
                "*",
                Map.of(
                        "title", "CEO",
                        "organization", "Globex",
                        "emails", List.of("a@example.org", "b@example.org", "c@example.org")));

        alex.undo(merge).then().statusCode(204);

        var now = alex.contact(jane);
        assertThat(now).containsEntry("title", "CEO").doesNotContainKey("organization");
        assertThat(now.get("emails")).isEqualTo(List.of("a@example.org", "c@example.org"));
    }

    @Test
    void shouldSayWhatToUndoFirstWhenTheSurvivorIsNotThere() {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var three = member.add(Map.of("displayName", "Three"));
        var first = alex.merged(two, one);
        var second = alex.merged(three, two);

        alex.undo(first).then().statusCode(409).body("detail", containsString(second));
        member.delete(three, "*");
        alex.undo(second).then().statusCode(409).body("detail", containsString("Restore"));
        alex.undo(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void shouldLeaveOutCirclesAndFieldsThatAreNoMore() throws SQLException {
        var circle = UUID.randomUUID();
        run("insert into circle (workspace_id, id, name, priority, version, created_at, updated_at) values ('"
                + member.workspace() + "', '" + circle + "', 'Friends', 0, 1, now(), now())");
        run("insert into custom_field (workspace_id, key, name, type) values ('" + member.workspace()
                + "', 'shoe', 'Shoe', 'text')");
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of(
                "displayName",
                "Two",
                "title",
                "CTO",
                "circles",
                List.of(circle),
                "customFields",
                Map.of("shoe", "43")));
        var merge = alex.merged(one, two);
        run("delete from circle where workspace_id = '" + member.workspace() + "'");
        run("delete from custom_field where workspace_id = '" + member.workspace() + "'");

        alex.undo(merge).then().statusCode(204);

        member.get(two)
                .then()
                .body("title", equalTo("CTO"))
                .body("circles", empty())
                .body("customFields", anEmptyMap());
    }

    @Test
    void shouldRefuseWhenThirtyDaysHavePassed() throws SQLException {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var merge = alex.merged(one, two);
        run("update contact_merge set merged_at = merged_at - interval '30 days' where id = '" + merge + "'");

        alex.undo(merge).then().statusCode(410);
        assertThat(stored(merge)).isEqualTo(2);
        expireMerges.expire();

        assertThat(stored(merge)).isZero();
        alex.undo(merge).then().statusCode(410);
        member.request().get("/v1/merges/" + merge).then().statusCode(200).body("undoable", equalTo(false));
    }

    @Test
    void shouldForgetAContactInEveryMergeOfThePerson() throws SQLException {
        var one = member.add(Map.of("displayName", "One"));
        var two = member.add(Map.of("displayName", "Two"));
        var three = member.add(Map.of("displayName", "Three"));
        var others = List.of(member.add(Map.of("displayName", "A")), member.add(Map.of("displayName", "B")));
        var first = alex.merged(two, one);
        var second = alex.merged(three, two);
        var unconcerned = alex.merged(others.get(0), others.get(1));

        onBehalf.of(new Member(member.workspace(), "test"), () -> {
            merges.forget(UUID.fromString(three));
            return null;
        });

        assertThat(stored(first)).isZero();
        assertThat(stored(second)).isZero();
        assertThat(stored(unconcerned)).isEqualTo(2);
        alex.undo(second).then().statusCode(410);
        alex.undo(unconcerned).then().statusCode(204);
        assertThat(stored(unconcerned)).isZero();
    }

    @Test
    void shouldRestoreEverybodyExactlyAfterAnyMergesAndUndosInAnyOrder() {
        var seed = new Random().nextLong();
        LOG.infof("seed=%d", seed);
        var random = new Random(seed);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            var tree = SomeDetails.tree(random);
            tree.remove(List.of("circles", "customFields", "labels"));
            ids.add(member.post(tree).then().statusCode(201).extract().path("id"));
        }
        var before = new HashMap<String, Map<String, Object>>();
        ids.forEach(id -> before.put(id, alex.contact(id)));
        var standing = new ArrayList<String>();

        for (int step = 0; step < 12; step++) {
            if (random.nextInt(3) > 0) {
                mergeSome(ids, random).ifPresent(standing::add);
            } else if (!standing.isEmpty()) {
                undoSome(standing, random);
            }
        }
        while (!standing.isEmpty()) {
            undoSome(standing, random);
        }

        ids.forEach(id -> assertThat(alex.contact(id)).as("seed %d", seed).isEqualTo(before.get(id)));
        assertDirectoryEquals(ids);
    }

    private Optional<String> mergeSome(List<String> ids, Random random) {
        var present = new ArrayList<>(member.walk(Map.of()));
        Collections.shuffle(present, random);
        if (present.size() < 3) {
            return Optional.empty();
        }
        assertThat(ids).containsAll(present);
        var others = present.subList(1, 2 + random.nextInt(2));
        var choose = random.nextBoolean() ? Map.of("emails", others.get(0), "title", others.get(0)) : Map.of();
        return Optional.of(alex.merge(present.get(0), Map.of("contacts", others, "choose", choose))
                .then()
                .statusCode(200)
                .extract()
                .path("mergeId"));
    }

    /** What stands on another merge says so. */
    private void undoSome(List<String> standing, Random random) {
        var merge = standing.get(random.nextInt(standing.size()));
        var status = alex.undo(merge).statusCode();
        assertThat(status).isIn(204, 409);
        if (status == 204) {
            standing.remove(merge);
        }
    }

    /** Whoever replays the topic knows exactly the contacts that there are, as they are; versions only rise. */
    private void assertDirectoryEquals(List<String> ids) {
        await().untilAsserted(() -> {
            var directory = new HashMap<UUID, ContactEvent>();
            for (var event : ContactTopic.events(member.workspace())) {
                var known = directory.put(event.data().contactId(), event.data());
                assertThat(event.data().version()).isEqualTo(known == null ? 1 : known.version() + 1);
            }
            assertThat(directory.values()).hasOnlyElementsOfType(ContactChanged.class);
            assertThat(directory).hasSameSizeAs(ids);
            ids.forEach(id -> {
                var contact = member.get(id).jsonPath();
                var told = (ContactChanged) directory.get(UUID.fromString(id));
                assertThat(told.version()).isEqualTo(contact.getLong("version"));
                assertThat(told.displayName()).isEqualTo(contact.getString("displayName"));
                assertThat(told.emails()).isEqualTo(contact.getList("emails"));
                assertThat(told.title()).isEqualTo(contact.getString("title"));
            });
        });
    }

    @Test
    void shouldTellOthersOfMergeAndUndo() {
        var one = member.add(Map.of("displayName", "One", "title", "CTO"));
        var two = member.add(Map.of("displayName", "Two", "title", "CEO"));
        var merge = alex.merge(one, Map.of("contacts", List.of(two), "choose", Map.of("title", two)))
                .<String>path("mergeId");
        alex.undo(merge).then().statusCode(204);

        await().untilAsserted(() -> assertThat(told(two)).hasSize(3));
        await().untilAsserted(() -> assertThat(told(one)).hasSize(3));
        assertThat(told(two)).extracting(ContactEvent::version).containsExactly(1L, 2L, 3L);
        assertThat(((ContactMerged) told(two).get(1)).into()).isEqualTo(UUID.fromString(one));
        assertThat(told(two).get(2)).isInstanceOf(ContactChanged.class);
        assertThat(told(one))
                .extracting(event -> ((ContactChanged) event).title())
                .containsExactly("CTO", "CEO", "CTO");
        assertThat(told(one)).as("a merge is no promotion").allSatisfy(event -> assertThat(
                        ((ContactChanged) event).careerChange())
                .isNull());
    }

    private List<ContactEvent> told(String id) {
        return ContactTopic.events(member.workspace()).stream()
                .map(event -> event.data())
                .filter(event -> event.contactId().toString().equals(id))
                .toList();
    }

    private int stored(String merge) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select (select count(before) from contact_merge where id = ?::uuid)
                            + (select count(details) from merged_contact where merge_id = ?::uuid)""")) {
            select.setString(1, merge);
            select.setString(2, merge);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
