package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.demo.network.MessageLog;
import dev.rapport.demo.network.UnusableInput;
import dev.rapport.demo.rest.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private FakeRapport services;

    @BeforeEach
    void start() throws IOException {
        services = new FakeRapport();
        services.others.put("/v1/relevance", request -> FakeRapport.ok(Map.of("items", List.of(ada()))));
        services.others.put(
                "/v1/relevance/id-x/explanation",
                request -> FakeRapport.ok(Map.of("summary", "three emails within a week.")));
        services.others.put("/v1/contacts/id-x", request -> FakeRapport.ok(Map.of("title", "Engineer")));
        services.others.put("/v1/reminders", request -> FakeRapport.ok(Map.of("items", List.of(reminder()))));
        services.others.put("/v1/inbox", request -> FakeRapport.ok(Map.of("items", List.of(Map.of("id", "n-1")))));
        services.others.put("/v1/inbox/unread-count", request -> FakeRapport.ok(Map.of("unread", 4)));
        services.others.put(
                "/v1/editions/preview",
                request -> FakeRapport.ok(
                        Map.of("date", "2026-03-01", "member", "alex", "timeZone", "UTC", "sections", List.of())));
    }

    private static Map<String, Object> ada() {
        return Map.of(
                "contactId", "id-x",
                "displayName", "Ada Lovelace",
                "score", 91.2,
                "band", "close",
                "interactions", 99,
                "lastTouchAt", "2026-02-28T09:00:00Z");
    }

    private static Map<String, Object> reminder() {
        return Map.of(
                "kind",
                "reply_owed",
                "state",
                "due",
                "contactName",
                "Ada Lovelace",
                "dueAt",
                "2026-03-01T09:00:00Z",
                "reason",
                "Ada wrote two days ago.");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private void run(String... args) {
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (Service service : Service.values()) {
            addresses.put(service, services.address());
        }
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        new Demo(new Settings(addresses, "token", home, false), clock, services.pause(), print(out), print(err))
                .run(args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Path log() throws IOException {
        return Files.writeString(home.resolve("log.csv"), "src,dst,unix_ts\n1,2,1000\n2,1,87400\n1,3\n3,1,90000\n");
    }

    @Test
    void shouldImportAFileAndPrintWhatTheServicesSay() throws IOException {
        // When
        run(log().toString());

        // Then
        assertThat(services.contacts).hasSize(2);
        assertThat(services.interactions).hasSize(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("line 4 is left out: the number of fields is 2, not 3");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 100);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("2 contacts, 99 interactions with them, from 28 February 2026")
                .contains("Ada Lovelace")
                .contains("Why Ada Lovelace is first: three emails within a week.")
                .contains("Ada wrote two days ago.")
                .contains("4 unread notifications")
                .contains("/q/swagger-ui")
                .contains("./rapport down")
                .contains(home.resolve("edition.html").toUri().toString())
                .doesNotContain("\u001B");
        assertThat(home.resolve("edition.html")).content().contains("2026-03-01");
    }

    @Test
    void shouldImportNothingWhenTheWorkspaceHoldsTheSameInputAlready() throws IOException {
        // Given
        run(log().toString());
        services.requests.clear();

        // When
        run(log().toString());

        // Then
        assertThat(services.requests).noneMatch(request -> request.method().equals("POST"));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("holds this network already");
    }

    @Test
    void shouldImportAgainWhenTheDataIsGone() throws IOException {
        // Given
        run(log().toString());
        services.contacts.clear();
        services.interactions.clear();

        // When
        run(log().toString());

        // Then
        assertThat(services.interactions).hasSize(3);
    }

    @Test
    void shouldGoOnWithTheSameTimesWhenAnImportWasInterrupted() throws IOException {
        // Given
        String digest = MessageLog.read(log()).digest();
        Files.writeString(
                home.resolve("demo.json"), "{\"digest\":\"%s\",\"anchor\":\"2026-02-28T00:00:00Z\"}".formatted(digest));

        // When
        run(log().toString());

        // Then
        assertThat(services.interactions.get("id-5").path("occurredAt").asText())
                .isEqualTo("2026-02-28T00:00:00Z");
    }

    @Test
    void shouldNameTheVariableThatIsMissing() {
        assertThatThrownBy(() -> Settings.of(Map.of()))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("RAPPORT_CONTACTS_URL")
                .hasMessageContaining("./rapport demo");
    }
}
