package dev.rapport.contacts.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.contacts.Client;
import dev.rapport.contacts.contact.ContactWrite;
import dev.rapport.contacts.contact.Contacts;
import dev.rapport.contacts.contact.Origin;
import dev.rapport.contacts.contact.WriteContacts;
import dev.rapport.stack.StackTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the feed is built for: transactions that do not commit in the order in which they began. */
@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ChangeFeedRaceTest {

    private static final int WRITERS = 4;
    private static final int CONTACTS = 6;
    private static final int WRITES = 40;

    private final Client alex = Client.inNewWorkspace();

    @Inject
    DataSource database;

    @Inject
    OnBehalf onBehalf;

    @Inject
    Contacts contacts;

    @Inject
    WriteContacts write;

    @Inject
    Clock clock;

    @Test
    void shouldNotPassAChangeByWhenItCommitsAfterALaterOne() throws SQLException {
        var follower = Follower.fromNow(alex);
        String late;
        String early;
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            late = change(slow);
            early = alex.add(Map.of("displayName", "Early"));

            follower.poll();
            assertThat(follower.items()).as("held back").isEmpty();
            slow.commit();
        }

        assertThat(follower.until(2)).extracting(item -> item.get("id")).containsExactly(late, early);
    }

    @Test
    void shouldKeepTheOrderOfVersionsWhenAnOlderTransactionChangesTheContactLast() {
        var id = alex.add(Map.of("displayName", "Jane"));
        var member = new Member(alex.workspace(), alex.member());

        onBehalf.of(member, () -> QuarkusTransaction.requiringNew().call(() -> {
            takeTransactionId();
            alex.patch(id, "\"1\"", Map.of("title", "by the younger one"))
                    .then()
                    .statusCode(200);
            var contact = contacts.find(UUID.fromString(id)).orElseThrow();
            write.write(
                    List.of(ContactWrite.changed(contact, contact.touched(clock.instant()))), Origin.request("alex"));
            return contact;
        }));

        assertThat(Follower.fromTheStart(alex, 50).until(3))
                .extracting(item -> item.get("version"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void shouldTellEveryChangeOnceAndInOrderWhenManyWriteAndOneReads() throws Exception {
        var ids = IntStream.range(0, CONTACTS)
                .mapToObj(i -> alex.add(Map.of("displayName", "Contact " + i)))
                .toList();
        var follower = Follower.fromTheStart(alex, 7);
        var pool = Executors.newFixedThreadPool(WRITERS);
        var writers = new ArrayList<Future<?>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(writer);
            writers.add(pool.submit(() -> IntStream.range(0, WRITES).forEach(i -> change(ids, random))));
        }

        while (writers.stream().anyMatch(writer -> !writer.isDone())) {
            follower.poll();
        }
        for (var writer : writers) {
            writer.get();
        }
        pool.shutdown();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            while (follower.poll()) {
                assertThat(follower.items()).hasSizeLessThanOrEqualTo(logged().size());
            }
            assertThat(follower.items()).extracting(ChangeFeedRaceTest::change).containsAll(logged());
        });
        assertThat(follower.items())
                .extracting(ChangeFeedRaceTest::change)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(WRITERS * WRITES / 2);
        ids.forEach(id -> assertThat(follower.items())
                .filteredOn(item -> item.get("id").equals(id))
                .extracting(item -> item.get("version"))
                .as("versions of one contact")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, alex.get(id).<Integer>path("version"))
                        .mapToObj(version -> (Object) version)
                        .toList()));
    }

    private static String change(Map<String, Object> item) {
        return item.get("id") + " " + item.get("version");
    }

    private List<String> logged() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select contact_id || ' ' || version from contact_change where workspace_id = ?")) {
            select.setString(1, alex.workspace());
            try (var rows = select.executeQuery()) {
                var logged = new ArrayList<String>();
                while (rows.next()) {
                    logged.add(rows.getString(1));
                }
                return logged;
            }
        }
    }

    /** One contact, or several that are locked together, so that transactions wait for each other. */
    private void change(List<String> ids, Random random) {
        if (random.nextBoolean()) {
            alex.patch(ids.get(random.nextInt(ids.size())), "*", Map.of("title", "T" + random.nextLong()));
            return;
        }
        var items = ids.stream()
                .filter(id -> random.nextBoolean())
                .map(id -> Map.of(
                        "id",
                        id,
                        "version",
                        alex.get(id).<Integer>path("version"),
                        "patch",
                        Map.of("notes", "N" + random.nextLong())))
                .toList();
        if (!items.isEmpty()) {
            alex.request()
                    .contentType(ContentType.JSON)
                    .body(Map.of("items", items))
                    .patch(Client.CONTACTS + "/batch")
                    .then()
                    .statusCode(200);
        }
    }

    private void takeTransactionId() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private String change(Connection transaction) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var insert = transaction.prepareStatement("""
                insert into contact_change (workspace_id, contact_id, version, kind, at, member, cause)
                values (?, ?::uuid, 1, 'added', now(), 'alex', 'request')""")) {
            insert.setString(1, alex.workspace());
            insert.setString(2, id);
            insert.executeUpdate();
        }
        return id;
    }
}
