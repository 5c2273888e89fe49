package dev.rapport.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.notifier.Api;
import dev.rapport.notifier.NotifierTest;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.stack.StackTestResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@NotifierTest
class InboxStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api alex = Api.ofNewWorkspace();
    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    DataSource database;

    @Inject
    StreamReaders readers;

    @Test
    void shouldMissNothingAndRepeatNothingWhenItIsCutAndResumed() throws Exception {
        // Given an id to begin after, and a thousand items told in transactions that overlap
        var last = next(open(alex, null), 1).get(0);
        var writers = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 25).forEach(j -> tell(alex, 10))))
                .toList();

        // When the client is cut every 70 items
        var seen = new ArrayList<String>();
        while (seen.size() < 1_000) {
            var some = next(open(alex, last), Math.min(71, 1_001 - seen.size()));
            seen.addAll(some.subList(1, some.size()));
            last = some.get(some.size() - 1);
        }

        // Then
        writers.forEach(CompletableFuture::join);
        assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(seen.stream().map(id -> id.substring(id.indexOf('-') + 1)).sorted())
                .containsExactlyElementsOf(stored().stream().sorted().toList());
    }

    @Test
    void shouldShowNobodyElsesItems() throws Exception {
        var bob = new Api(alex.workspace(), "bob");
        var stranger = Api.ofNewWorkspace();
        var stream = open(alex, null);
        next(stream, 1);

        tell(bob, 3);
        tell(stranger, 3);
        tell(alex, 1);

        var id = next(stream, 1).get(0);
        assertThat(stored()).hasSize(1).allMatch(id::endsWith);
    }

    @Test
    void shouldKeepWhatASlowReaderDoesNotTakeInTheDatabase() throws Exception {
        var stream = open(alex, null);
        var begin = next(stream, 1).get(0);
        IntStream.range(0, 20).forEach(i -> tell(alex, 500));

        var seen = next(open(alex, begin), 10_001);

        assertThat(seen.subList(1, seen.size())).doesNotHaveDuplicates().hasSize(10_000);
        assertThat(next(stream, 10_000)).doesNotHaveDuplicates();
    }

    @Test
    void shouldServeManyIdleReadersWithOnePoll() throws Exception {
        var streams = new ArrayList<BufferedReader>();
        for (int i = 0; i < 200; i++) {
            streams.add(open(new Api(alex.workspace(), "m" + i), null));
        }
        for (var stream : streams) {
            next(stream, 1);
        }
        assertThat(readers.open()).isGreaterThanOrEqualTo(200);

        tell(new Api(alex.workspace(), "m199"), 1);

        assertThat(next(streams.get(199), 1)).hasSize(1);
        for (var stream : streams) {
            stream.close();
        }
        await().atMost(PATIENCE).until(() -> readers.open() < 200);
    }

    @Test
    void shouldRefuseAnIdThatIsNoneOfItsOwn() {
        alex.call()
                .header("Last-Event-ID", "tomorrow")
                .get("/v1/inbox/stream")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldCountWhatIsUnreadAndInSight() {
        tell(alex, 4);
        var ids = alex.get("/v1/inbox").<String>getList("items.id");
        assertThat(unread()).isEqualTo(4);

        act(ids.get(0), "archive");
        act(ids.get(0), "archive");
        assertThat(unread()).isEqualTo(3);
        alex.post("/v1/inbox/read-all", "{\"upTo\": \"" + ids.get(2) + "\"}");
        assertThat(unread()).isEqualTo(1);
        assertThat(alex.get("/v1/inbox?unread=true").<String>getList("items.id"))
                .containsExactly(ids.get(1));
        act(ids.get(3), "unread");
        assertThat(unread()).isEqualTo(2);
        assertThat(alex.get("/v1/inbox?archived=true").<String>getList("items.id"))
                .containsExactly(ids.get(0));
        assertThat(alex.get("/v1/inbox?category=edition").getList("items")).isEmpty();
    }

    private void act(String id, String verb) {
        alex.call().post("/v1/inbox/" + id + "/" + verb).then().statusCode(200);
    }

    private int unread() {
        return alex.get("/v1/inbox/unread-count").getInt("unread");
    }

    private void tell(Api member, int items) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            NewNotification.add(
                    connection, Stream.generate(() -> item(member)).limit(items).toList());
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NewNotification item(Api member) {
        return new NewNotification(
                new MemberKey(member.workspace(), member.member()),
                UuidCreator.getTimeOrderedEpochPlus1(),
                NotificationCategory.NOTICE,
                "test",
                null,
                null,
                null,
                "title",
                "body",
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private List<String> stored() throws java.sql.SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id from notification where workspace_id = ? and member = 'alex'")) {
            query.setString(1, alex.workspace());
            var ids = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class).toString());
                }
            }
            return ids;
        }
    }

    private BufferedReader open(Api member, String last) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/inbox/stream"))
                .header(
                        "Authorization",
                        "Bearer " + StackTestResource.token(member.workspace(), member.member(), "notifier:read"));
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The ids of the next events. */
    private static List<String> next(BufferedReader stream, int events) throws IOException {
        var ids = new ArrayList<String>();
        while (ids.size() < events) {
            var line = stream.readLine();
            if (line == null) {
                throw new IOException("the stream ended after " + ids.size() + " events");
            }
            if (line.startsWith("id:")) {
                ids.add(line.substring(3).strip());
            }
        }
        return ids;
    }
}
