package dev.rapport.contacts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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
import java.time.Duration;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ImportMemoryTest {

    private static final int RECORDS = 500;
    private static final int PHOTO = 75_000;
    private static final long BOUND = 24L * 1024 * 1024;

    // Collections without a pause would leave the import no time.
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(200);

    private final ImportClient alex = ImportClient.inNewWorkspace();

    /** 50 MB: what is reachable after a collection, sampled while the file comes in and is worked off. */
    @Test
    void shouldHoldLittleOfALargeFileInMemory() throws Exception {
        alex.run(ImportTest.people(1, 30));
        long before = reachable();

        var answer = upload();

        long most = reachable();
        assertThat(answer.statusCode()).isEqualTo(202);
        var sent = JsonPath.from(answer.body());
        assertThat(sent.getLong("size")).isGreaterThan(50_000_000);
        int samples = 0;
        while (alex.get(sent.getString("id")).getString("endedAt") == null) {
            most = Math.max(most, reachable());
            samples++;
            Thread.sleep(BETWEEN_SAMPLES.toMillis());
        }
        assertThat(samples).isGreaterThan(2);
        assertThat(most - before).isLessThan(BOUND);
        assertThat(ImportTest.counts(alex.get(sent.getString("id"))))
                .isEqualTo(ImportTest.counts(RECORDS, RECORDS, 0, 0, 0, 0));
    }

    private HttpResponse<String> upload() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + ImportClient.IMPORTS))
                .header("Authorization", "Bearer " + alex.client().token())
                .header("Content-Type", ImportClient.NDJSON)
                .POST(HttpRequest.BodyPublishers.ofInputStream(ImportMemoryTest::file))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream file() {
        var lines = IntStream.range(0, RECORDS).mapToObj(ImportMemoryTest::line).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return lines.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return lines.next();
            }
        });
    }

    /** A contact with a photo, 100 kB in all. */
    private static InputStream line(int nr) {
        var photo = new byte[PHOTO];
        new Random(nr).nextBytes(photo);
        photo[0] = (byte) 0xff;
        photo[1] = (byte) 0xd8;
        photo[2] = (byte) 0xff;
        var line = "{\"displayName\":\"Large " + nr + "\",\"notes\":\"" + "note ".repeat(200) + "\",\"photo\":"
                + "\"data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo) + "\"}\n";
        return new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    }

    private static long reachable() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
