package dev.rapport.contacts.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.contacts.Client;
import dev.rapport.contacts.Merges;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ArchiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client alex = admin();

    @Inject
    Merges merges;

    @Inject
    DataSource database;

    @Test
    void shouldHoldEverythingOfTheWorkspaceWhenItIsArchived() throws Exception {
        var circle = UUID.randomUUID().toString();
        run("insert into circle (workspace_id, id, name, cadence, priority, version, created_at, updated_at)"
                + " values ('%s', '%s', 'Friends\n', '{\"ideal\": \"P30D\"}', 5, 1, now(), now())"
                        .formatted(alex.workspace(), circle));
        run("insert into custom_field (workspace_id, key, name, type) values ('%s', 'tier', 'Tier', 'text')"
                .formatted(alex.workspace()));
        var jane = alex.add(
                Map.of("displayName", "Jane", "circles", List.of(circle), "customFields", Map.of("tier", "gold")));
        var merged = alex.add(Map.of("displayName", "J."));
        merges.merge(alex, merged, jane);
        var binned = alex.add(Map.of("displayName", "John"));
        alex.delete(binned, "\"1\"");
        var erased = alex.add(Map.of("displayName", "Gone"));
        String erasure = alex.request()
                .header("If-Match", "*")
                .delete(Client.CONTACTS + "/" + erased + "?erase=true")
                .path("id");
        Client.inNewWorkspace().add(Map.of("displayName", "Stranger"));

        var archive = archive(alex);

        var contacts = lines(archive, "contacts.ndjson");
        assertThat(contacts).extracting(it -> it.get("id").asText()).containsExactly(jane, merged, binned);
        assertThat(contacts.get(0)).isEqualTo(JSON.readTree(alex.get(jane).asString()));
        assertThat(contacts.get(1).get("mergedInto").asText()).isEqualTo(jane);
        assertThat(contacts.get(2).has("deletedAt")).isTrue();
        assertThat(lines(archive, "circles.ndjson"))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/cadence/ideal").asText()).isEqualTo("P30D"));
        assertThat(lines(archive, "custom-fields.ndjson"))
                .extracting(it -> it.get("key").asText())
                .containsExactly("tier");
        assertThat(lines(archive, "history.ndjson"))
                .extracting(it -> it.get("kind").asText())
                .containsExactly("added", "added", "merged", "added", "deleted", "erased");
        assertThat(lines(archive, "erasures.ndjson"))
                .extracting(it -> it.get("id").asText())
                .containsExactly(erasure);
        var manifest = JSON.readTree(archive.get("manifest.json"));
        assertThat(manifest.get("workspace").asText()).isEqualTo(alex.workspace());
        assertThat(manifest.get("format").asInt()).isEqualTo(1);
        assertThat(JSON.convertValue(manifest.get("counts"), new TypeReference<Map<String, Integer>>() {}))
                .containsEntry("contacts.ndjson", 3)
                .containsEntry("circles.ndjson", 1)
                .containsEntry("custom-fields.ndjson", 1)
                .containsEntry("history.ndjson", 6)
                .containsEntry("erasures.ndjson", 1);
        assertThat(archive.keySet()).last().isEqualTo("manifest.json");
    }

    @Test
    void shouldHoldEveryContactWhenThereAreManyPages() throws Exception {
        for (int batch = 0; batch < 2; batch++) {
            var items = IntStream.range(0, 650)
                    .mapToObj(i -> Map.of("displayName", "Contact " + i))
                    .toList();
            alex.batch(Map.of("items", items)).then().statusCode(200);
        }

        var archive = archive(alex);

        assertThat(lines(archive, "contacts.ndjson"))
                .extracting(it -> it.get("id").asText())
                .doesNotHaveDuplicates()
                .isSorted()
                .hasSize(1300);
        assertThat(lines(archive, "history.ndjson"))
                .extracting(it -> it.get("contactId").asText())
                .doesNotHaveDuplicates()
                .hasSize(1300);
    }

    @Test
    void shouldRefuseWhenTheScopeIsMissing() {
        var reader = Client.of(alex.workspace(), "alex");

        reader.request().get("/v1/workspace/archive").then().statusCode(403).contentType("application/problem+json");
    }

    /** The text of each entry by its name, in their order. */
    private static Map<String, String> archive(Client client) throws IOException {
        var answer = client.request().accept("application/zip").get("/v1/workspace/archive");
        answer.then().statusCode(200).contentType("application/zip");
        assertThat(answer.header("Content-Disposition")).contains(client.workspace() + ".zip");
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static List<JsonNode> lines(Map<String, String> archive, String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : archive.get(name).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Client admin() {
        var workspace = "ws-" + UUID.randomUUID();
        var token = StackTestResource.token(workspace, "alex", "contacts:read", "contacts:write", "workspace:admin");
        return new Client(workspace, "alex", token);
    }
}
