package dev.rapport.engagement.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.EngagementTest;
import dev.rapport.stack.StackTestResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngagementTest
class MailboxMemoryTest {

    private static final int MESSAGES = 40;
    private static final int ATTACHMENT = 900_000;
    private static final long BOUND = 20L * 1024 * 1024;

    private final Importer alex = Importer.inNewWorkspace();

    /** Of 48 MB: what is reachable after a collection, sampled while the mailbox comes in and is worked off. */
    @Test
    void shouldHoldLittleOfALargeMailboxInMemory() throws Exception {
        alex.run(Importer.NDJSON, EngagementImportTest.calls(30), Map.of());
        long before = reachable();

        var answer = upload();

        long most = reachable();
        assertThat(answer.statusCode()).isEqualTo(202);
        var sent = JsonPath.from(answer.body());
        assertThat(sent.getLong("size")).isGreaterThan(48_000_000);
        while (alex.get(sent.getString("id")).getString("endedAt") == null) {
            most = Math.max(most, reachable());
        }
        assertThat(most - before).isLessThan(BOUND);
        assertThat(Importer.counts(alex.get(sent.getString("id")))).containsExactly(MESSAGES, 0, 0, 0, 0);
    }

    private HttpResponse<String> upload() throws Exception {
        var token = StackTestResource.token(alex.workspace().name(), "alex", "engagement:write");
        var uri = "http://localhost:" + RestAssured.port + Importer.IMPORTS + "?own=alex@example.org";
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Importer.MBOX)
                .POST(HttpRequest.BodyPublishers.ofInputStream(MailboxMemoryTest::mailbox))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream mailbox() {
        var messages = IntStream.range(0, MESSAGES).mapToObj(MailboxMemoryTest::message);
        return new SequenceInputStream(Collections.enumeration(messages.toList()));
    }

    /** A message with an attachment of 1.2 MB, made when it is read. */
    private static InputStream message(int nr) {
        return new InputStream() {
            private ByteArrayInputStream made;

            @Override
            public int read() {
                return made().read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return made().read(buffer, offset, length);
            }

            @Override
            public void close() {
                made = new ByteArrayInputStream(new byte[0]);
            }

            private ByteArrayInputStream made() {
                if (made == null) {
                    made = new ByteArrayInputStream(text(nr).getBytes(StandardCharsets.US_ASCII));
                }
                return made;
            }
        };
    }

    private static String text(int nr) {
        var attachment = new byte[ATTACHMENT];
        new Random(nr).nextBytes(attachment);
        return "From - Sun Mar  1 09:30:00 2026\nFrom: alex@example.org\nTo: jane@example.net\n"
                + "Date: Sun, 1 Mar 2026 09:30:00 +0000\nMessage-ID: <large" + nr + "@example.org>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee attachment.\n"
                + "--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(attachment).replace("\r", "") + "\n--b--\n\n";
    }

    private static long reachable() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
