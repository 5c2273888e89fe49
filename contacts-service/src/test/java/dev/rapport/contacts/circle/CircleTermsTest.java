package dev.rapport.contacts.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a circle gives its contacts, as others are told. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CircleTermsTest {

    private static final int MANY = 10_000;
    private static final int BATCH = 1_000;

    private final CircleClient alex = CircleClient.inNewWorkspace();
    private final Client member = alex.member();

    @Test
    void shouldTellTheShortestCadenceAndTheHighestPriority() {
        var often = alex.add(Map.of("name", "Often", "cadence", Map.of("ideal", "P10D"), "priority", 10));
        var seldom = alex.add(Map.of("name", "Seldom", "cadence", Map.of("ideal", "P3M"), "priority", 90));
        var plain = alex.add(Map.of("name", "Plain", "priority", 20));
        var own = Map.of("ideal", "P1M");

        var all = member.add(Map.of("displayName", "A", "cadence", own, "circles", List.of(often, seldom, plain)));
        var one = member.add(Map.of("displayName", "B", "cadence", own, "circles", List.of(seldom)));
        var none = member.add(Map.of("displayName", "C", "circles", List.of(plain)));
        alex.patch(often, "*", "{\"cadence\": null, \"priority\": 95}").then().statusCode(200);

        var last = told(4);
        assertTerms(last.get(all), 2, Period.ofMonths(1), 95);
        assertTerms(last.get(one), 1, Period.ofMonths(1), 90);
        assertThat(last.get(none).cadence()).isNull();
        assertThat(last.get(none).priority()).isEqualTo(20);
    }

    @Test
    void shouldTellNobodyWhenOnlyTheNameOrNothingChanges() {
        var circle = alex.add(Map.of("name", "Friends", "priority", 10));
        var jane = member.add(Map.of("displayName", "Jane", "circles", List.of(circle)));

        alex.patch(circle, "\"1\"", "{\"name\": \"Best friends\"}").then().statusCode(200);
        alex.patch(circle, "\"2\"", "{\"priority\": 10}").then().statusCode(200);
        alex.patch(circle, "\"2\"", "{\"priority\": 11}").then().statusCode(200);

        assertTerms(told(2).get(jane), 2, null, 11);
    }

    @Test
    void shouldTellAllOnceWithNewVersionsWhenACircleOfTenThousandChangesWhileOthersWriteIt() {
        // Given
        var first = alex.add(Map.of("name", "First", "cadence", Map.of("ideal", "P60D"), "priority", 10));
        var second = alex.add(Map.of("name", "Second", "cadence", Map.of("ideal", "P50D"), "priority", 20));
        var ids = addMany(first, second);

        // When
        var pool = Executors.newFixedThreadPool(5);
        try {
            var running = List.of(
                    run(pool, () -> alex.patch(first, "*", "{\"cadence\": {\"ideal\": \"P5D\", \"longest\": null}}")
                            .then()
                            .statusCode(200)),
                    run(pool, () -> alex.patch(second, "*", "{\"priority\": 99}")
                            .then()
                            .statusCode(200)),
                    run(pool, () -> IntStream.range(0, 20).forEach(i -> persist(ids.get(i * 450), i))),
                    run(pool, () -> IntStream.range(0, 5).forEach(i -> patchMany(ids.subList(i * 100, i * 100 + 50)))),
                    run(pool, () -> alex.changeMembers(first, Map.of("remove", ids.subList(9_900, 9_950)))
                            .then()
                            .statusCode(200)));
            running.forEach(CompletableFuture::join);
        } finally {
            pool.shutdownNow();
        }

        // Then
        var last = await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> lastTold(),
                        told -> told.values().stream()
                                        .filter(event -> event.version() >= 3)
                                        .count()
                                == MANY);
        assertThat(last).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            boolean left = i >= 9_900 && i < 9_950;
            var event = last.get(ids.get(i));
            assertThat(event.cadence().ideal()).isEqualTo(left ? Period.ofDays(50) : Period.ofDays(5));
            assertThat(event.priority()).isEqualTo(99);
        }
        IntStream.range(0, 20)
                .forEach(i -> assertThat(last.get(ids.get(i * 450)).title()).isEqualTo("title " + i));
        assertThat(versions())
                .isEqualTo(last.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, told -> told.getValue()
                        .version())));
        alex.get(first).then().header("ETag", "\"2-9950\"");
    }

    @Test
    void shouldTakeAllOutWhenALargeCircleIsDeleted() {
        var circle = alex.add(Map.of("name", "Large", "cadence", Map.of("ideal", "P5D")));
        var ids = new ArrayList<String>();
        ids.addAll(addBatch(List.of(circle), 1_000));
        ids.addAll(addBatch(List.of(circle), 501));

        alex.delete(circle, "\"1\"").then().statusCode(204);

        var last = told(2 * ids.size());
        assertThat(last.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(last.values()).allSatisfy(event -> {
            assertThat(event.version()).isEqualTo(2);
            assertThat(event.circles()).isEmpty();
            assertThat(event.cadence()).isNull();
            assertThat(event.priority()).isNull();
        });
    }

    private List<String> addMany(String... circles) {
        var ids = new ArrayList<String>();
        while (ids.size() < MANY) {
            ids.addAll(addBatch(List.of(circles), BATCH));
        }
        return ids;
    }

    private List<String> addBatch(List<String> circles, int count) {
        var items = IntStream.range(0, count)
                .mapToObj(i -> Map.of("displayName", "Person " + i, "circles", circles))
                .toList();
        return member.add(items);
    }

    /** As a client does: reads, changes, and does both again when somebody was faster. */
    private void persist(String id, int i) {
        int status;
        do {
            var etag = member.get(id).header("ETag");
            status = member.patch(id, etag, Map.of("title", "title " + i)).statusCode();
            assertThat(status).isIn(200, 412);
        } while (status == 412);
    }

    private void patchMany(List<String> ids) {
        var items = ids.stream()
                .map(id -> Map.of("id", id, "version", 1, "patch", Map.of("department", "Sales")))
                .toList();
        member.request()
                .contentType("application/json")
                .body(Map.of("items", items))
                .patch(Client.CONTACTS + "/batch")
                .then()
                .statusCode(200);
    }

    private static CompletableFuture<Void> run(Executor pool, Runnable work) {
        return CompletableFuture.runAsync(work, pool);
    }

    private Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        Map<String, Object> query = new HashMap<>(Map.of("limit", 200, "fields", "version"));
        do {
            var page = member.page(query);
            page.<Map<String, Object>>getList("items")
                    .forEach(item -> versions.put((String) item.get("id"), ((Number) item.get("version")).longValue()));
            query.put("cursor", page.getString("next"));
        } while (query.get("cursor") != null);
        return versions;
    }

    /** Waits for that many events, then for one more change to come through, so that a surplus event would be seen. */
    private Map<String, ContactChanged> told(int count) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(ContactTopic.events(member.workspace()))
                .hasSizeGreaterThanOrEqualTo(count));
        var marker = Client.inNewWorkspace();
        marker.add(Map.of("displayName", "after"));
        await().untilAsserted(() ->
                assertThat(ContactTopic.events(marker.workspace())).hasSize(1));
        assertThat(ContactTopic.events(member.workspace())).hasSize(count);
        return lastTold();
    }

    private Map<String, ContactChanged> lastTold() {
        var last = new HashMap<String, ContactChanged>();
        for (var event : ContactTopic.events(member.workspace())) {
            var told = (ContactChanged) event.data();
            var before = last.put(told.contactId().toString(), told);
            assertThat(told.version()).isEqualTo(before == null ? 1 : before.version() + 1);
        }
        return last;
    }

    private static void assertTerms(ContactChanged event, long version, Period ideal, int priority) {
        assertThat(event.version()).isEqualTo(version);
        assertThat(event.cadence() == null ? null : event.cadence().ideal()).isEqualTo(ideal);
        assertThat(event.priority()).isEqualTo(priority);
    }
}
