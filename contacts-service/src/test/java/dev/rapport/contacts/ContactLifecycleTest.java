package dev.rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Event;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Adds, changes, merges, unmerges, deletes, restores and imports contacts at random, beside a model that does the same in
 * memory. The service and the model agree at every step; and who replays the topic into an empty directory ends up with the
 * very contacts that the service has.
 */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactLifecycleTest {

    private static final int STEPS = 40;

    private static final String KEYS_LISTED_WRONGLY = """
            with due as (
                select k.key, c.id, c.owner, c.relationship
                from contact c cross join lateral listed_keys(c.workspace_id, c.keys) as k (key)
                where c.workspace_id = ? and c.deleted_at is null),
            listed as (select key, id, owner, relationship from contact_by_listed_key where workspace_id = ?)
            select 'missing: ' || missing from (table due except table listed) as missing union all
            select 'too many: ' || extra from (table listed except table due) as extra union all
            select 'nothing is listed' where not exists (select from contact_by_listed_key where workspace_id = ?)""";

    @Inject
    DataSource database;

    private final Client alex = Client.inNewWorkspace();
    private final ContactModel model = new ContactModel();

    @ParameterizedTest
    @ValueSource(longs = {3, 1_415, 92_653})
    void shouldAgreeWithTheModelWhateverHappensInWhateverOrder(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            var done = step(random);

            assertThat(service()).as("seed %d, step %d: %s", seed, step, done).isEqualTo(model.present());
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(replayed()).isEqualTo(model.present()));
        assertThat(alex.walk(Map.of("sort", "created")))
                .containsExactlyInAnyOrderElementsOf(model.present().keySet());
        assertThat(keysListedWrongly()).isEmpty();
        model.merged().forEach((old, survivor) -> assertThat(alex.request()
                        .redirects()
                        .follow(false)
                        .get(Client.CONTACTS + "/" + old)
                        .statusCode())
                .as("%s, merged into %s", old, survivor)
                .isEqualTo(308));
    }

    /** What lists are filtered by stands beside the contacts: all of it, and nothing else. */
    private List<String> keysListedWrongly() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(KEYS_LISTED_WRONGLY)) {
            for (int i = 1; i <= 3; i++) {
                query.setString(i, alex.workspace());
            }
            try (var rows = query.executeQuery()) {
                var wrong = new ArrayList<String>();
                while (rows.next()) {
                    wrong.add(rows.getString(1));
                }
                return wrong;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String step(Random random) {
        var present = new ArrayList<>(model.present().keySet());
        int choice = present.size() < 3 ? 0 : random.nextInt(10);
        return switch (choice) {
            case 0, 1, 2 -> add(random);
            case 3, 4 -> patch(present.get(random.nextInt(present.size())), random);
            case 5, 6 -> merge(present, random);
            case 7 -> undo(random);
            case 8 -> random.nextBoolean() ? delete(present.get(random.nextInt(present.size()))) : restore(random);
            default -> importFile(random);
        };
    }

    private String add(Random random) {
        var contact = model.someone(random);
        var id = alex.add(contact);
        model.add(id, contact);
        return "add " + id;
    }

    private String patch(String id, Random random) {
        var patch = model.somePatch(random);
        alex.patch(id, "*", patch).then().statusCode(200);
        model.patch(id, patch);
        return "patch " + id + " " + patch;
    }

    private String merge(List<String> present, Random random) {
        Collections.shuffle(present, random);
        var others = present.subList(1, 2 + random.nextInt(Math.min(2, present.size() - 1)));
        var answer = alex.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("contacts", others))
                .post(Client.CONTACTS + "/" + present.get(0) + "/merge");
        answer.then().statusCode(200);
        model.merge(answer.path("mergeId"), present.get(0), others);
        return "merge " + others + " into " + present.get(0);
    }

    private String undo(Random random) {
        var undoable = model.undoable();
        if (undoable.isEmpty()) {
            return "nothing to undo";
        }
        var merge = undoable.get(random.nextInt(undoable.size()));
        assertThat(alex.request().delete("/v1/merges/" + merge).statusCode()).isBetween(200, 204);
        model.undo(merge);
        return "undo " + merge;
    }

    private String delete(String id) {
        alex.delete(id, "*").then().statusCode(204);
        model.delete(id);
        return "delete " + id;
    }

    private String restore(Random random) {
        var deleted = model.deleted();
        if (deleted.isEmpty()) {
            return "nothing to restore";
        }
        var id = deleted.get(random.nextInt(deleted.size()));
        alex.request()
                .contentType(ContentType.JSON)
                .post(Client.CONTACTS + "/" + id + "/restore")
                .then()
                .statusCode(200);
        model.restore(id);
        return "restore " + id;
    }

    /** A file of new people, read twice: the second time does nothing. */
    private String importFile(Random random) {
        var people = List.of(model.someone(random), model.someone(random));
        var file = new StringBuilder();
        people.forEach(person -> file.append(json(person)).append('\n'));
        imported(file.toString());
        people.forEach(person -> {
            var address = ((List<?>) person.get("emails")).get(0);
            model.add(alex.page(Map.of("address", address)).getString("items[0].id"), person);
        });
        imported(file.toString());
        return "import " + people;
    }

    private void imported(String file) {
        String id = alex.request()
                .contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/contact-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(30)).until(() -> "done"
                .equals(alex.request().get("/v1/contact-imports/" + id).path("state")));
    }

    private static String json(Map<String, Object> person) {
        try {
            return new ObjectMapper().writeValueAsString(person);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the service says of every contact that the model has ever seen, and that is not gone. */
    private Map<String, Map<String, Object>> service() {
        var found = new TreeMap<String, Map<String, Object>>();
        var parameters = new HashMap<String, Object>(Map.of("limit", 200));
        while (true) {
            var page = alex.page(parameters);
            for (int i = 0; i < page.getList("items").size(); i++) {
                found.put(page.getString("items[" + i + "].id"), model.seen(view(page, i)));
            }
            if (page.getString("next") == null) {
                return found;
            }
            parameters.put("cursor", page.getString("next"));
        }
    }

    private static Map<String, Object> view(JsonPath page, int index) {
        return page.getMap("items[" + index + "]");
    }

    private Map<String, Map<String, Object>> replayed() {
        var newest = new HashMap<UUID, Event<ContactEvent>>();
        for (var event : ContactTopic.events(alex.workspace())) {
            newest.merge(
                    event.data().contactId(),
                    event,
                    (one, other) -> one.data().version() > other.data().version() ? one : other);
        }
        var directory = new TreeMap<String, Map<String, Object>>();
        newest.forEach((id, event) -> {
            if (event.data() instanceof ContactChanged changed) {
                var view = new LinkedHashMap<String, Object>();
                view.put("displayName", changed.displayName());
                view.put("title", changed.title());
                view.put("organization", changed.organization());
                view.put("emails", changed.emails());
                view.put("interests", changed.interests());
                directory.put(id.toString(), model.seen(view));
            }
        });
        return directory;
    }
}
