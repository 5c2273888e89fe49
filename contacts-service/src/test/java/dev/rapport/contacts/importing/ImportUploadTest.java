package dev.rapport.contacts.importing;

import static dev.rapport.contacts.importing.ImportTest.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ImportUploadTest {

    private static final long LIMIT = 64L * 1024 * 1024;

    private final ImportClient alex = ImportClient.inNewWorkspace();

    @Inject
    DataSource source;

    @Test
    void shouldRefuseTheFileWhenItIsAnnouncedTooLarge() throws IOException {
        for (var size : List.of(LIMIT + 1, 3L * 1024 * 1024 * 1024)) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoTimeout(30_000);
                head(socket, size);

                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

                assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
                assertThat(answer.readLine().toLowerCase(Locale.ROOT)
                                + answer.readLine().toLowerCase(Locale.ROOT))
                        .contains("application/problem+json");
            }
        }
    }

    @Test
    void shouldRefuseTheFileAndKeepNothingWhenItTurnsOutTooLarge() throws Exception {
        var request = HttpRequest.newBuilder(uri(""))
                .header("Authorization", "Bearer " + alex.client().token())
                .header("Content-Type", "text/vcard")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(LIMIT + 1)))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
        assertNothingIsLeft();
    }

    @Test
    void shouldKeepNothingWhenTheUploadBreaksOff() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            head(socket, 100_000);
            socket.getOutputStream().write(new byte[50_000]);
            socket.getOutputStream().flush();
            await().until(() -> chunks() > 0);
        }
        await().until(() -> chunks() == 0);
        assertNothingIsLeft();
    }

    @Test
    void shouldTellEachStepUntilTheEndWhenSomebodyWatches() throws Exception {
        var id = alex.start(people(1, 3000), Map.of());

        var events = watch(id, null);

        assertThat(events).contains("event:end");
        var ids = events.stream()
                .filter(it -> it.startsWith("id:"))
                .map(it -> Long.valueOf(it.substring(3).strip()))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(events.stream().filter(it -> it.startsWith("data:")).toList())
                .hasSameSizeAs(ids)
                .last()
                .asString()
                .contains("\"state\":\"done\"", "\"created\":3000");

        var again = watch(id, ids.get(ids.size() - 2).toString());

        assertThat(again.stream().filter(it -> it.startsWith("id:")).toList())
                .containsExactly("id:" + ids.get(ids.size() - 1));
    }

    private List<String> watch(String id, String lastEventId) throws Exception {
        var request = HttpRequest.newBuilder(uri("/" + id + "/events"))
                .header("Authorization", "Bearer " + alex.client().token())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();
    }

    private void head(Socket socket, long size) throws IOException {
        var head = "POST " + ImportClient.IMPORTS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/vcard\r\n"
                + "Authorization: Bearer " + alex.client().token() + "\r\nContent-Length: " + size + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private void assertNothingIsLeft() throws SQLException {
        assertThat(chunks()).isZero();
        assertThat(count("contact_import")).isZero();
        assertThat(alex.client().request().get(ImportClient.IMPORTS).jsonPath().getList("items"))
                .isEmpty();
    }

    private long chunks() throws SQLException {
        return count("contact_import_chunk");
    }

    private long count(String table) throws SQLException {
        return new Database(source)
                .count("select count(*) from " + table + " where workspace_id = '"
                        + alex.client().workspace() + "'");
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + ImportClient.IMPORTS + path);
    }

    /** That many line ends. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? '\n' : -1;
        }
    }
}
