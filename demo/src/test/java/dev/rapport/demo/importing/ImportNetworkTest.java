package dev.rapport.demo.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.FakeRapport;
import dev.rapport.demo.FakeRapport.Request;
import dev.rapport.demo.importing.ImportNetwork.Receipt;
import dev.rapport.demo.network.InventedNetwork;
import dev.rapport.demo.network.Network;
import dev.rapport.demo.rest.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportNetworkTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Network network = new InventedNetwork().endingAt(NOW, UTC);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8), false);
    private FakeRapport services;

    @BeforeEach
    void start() throws IOException {
        services = new FakeRapport();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private Receipt runImport(String run) {
        return new ImportNetwork(services.api(), progress).run(network, run, "alex@example.org", UTC);
    }

    @Test
    void shouldSendEverythingInBatchesOfAtMostAThousand() {
        // When
        Receipt receipt = runImport("run");

        // Then
        List<Request> batches = services.received("POST", "/v1/interactions/batch");
        assertThat(batches).hasSize((network.touches().size() + 999) / 1000).allSatisfy(request -> assertThat(
                        request.body().path("items").size())
                .isBetween(1, 1000));
        assertThat(services.contacts).hasSize(150);
        assertThat(services.interactions).hasSameSizeAs(network.touches());
        assertThat(receipt.counting()).isEqualTo(network.touches().size() - 5);
        assertThat(receipt.oldest()).isEqualTo("id-1");
        assertThat(receipt.newest()).isEqualTo("id-" + network.touches().size());
        assertThat(services.received("PUT", "/v1/preferences")).singleElement().satisfies(request -> assertThat(
                        request.body().path("editionTime").asText())
                .isEqualTo("07:30"));
    }

    @Test
    void shouldChangeNothingWhenTheSameIsImportedAgain() {
        // Given
        Receipt first = runImport("run");
        long patches = patches();

        // When
        Receipt second = runImport("another run");

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(services.contacts).hasSize(150);
        assertThat(services.received("POST", "/v1/contacts/batch")).hasSize(1);
        assertThat(patches).isEqualTo(4);
        assertThat(patches()).isEqualTo(4);
    }

    private long patches() {
        return services.requests.stream()
                .filter(request -> request.method().equals("PATCH") && "\"7\"".equals(request.ifMatch()))
                .count();
    }

    @Test
    void shouldListTheRejectedItemsAndKeepTheOthers() {
        // Given
        String unwanted = network.people().get(7).email();
        services.rejecting = item -> isAbout(item, unwanted);

        // When
        Receipt receipt = runImport("run");

        // Then
        assertThat(services.contacts).hasSize(149);
        assertThat(services.interactions).hasSizeLessThan(network.touches().size());
        assertThat(receipt.counting()).isLessThan(services.interactions.size());
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("contact 8 was rejected: No good.")
                .contains("more rejected.");
    }

    private static boolean isAbout(JsonNode item, String email) {
        return item.path("address").asText().equals(email)
                || item.path("emails").path(0).asText().equals(email);
    }

    @Test
    void shouldWaitUntilTheRankingHasCountedEverythingAndStandsStill() {
        // Given
        var looks = new AtomicInteger();
        services.others.put(
                "/v1/relevance",
                request -> FakeRapport.ok(
                        Map.of("items", List.of(Map.of("interactions", Math.min(9, looks.incrementAndGet()))))));

        // When
        boolean complete = new CatchUp(services.api(), progress, services.pause(), Clock.systemUTC()).ranking(8);

        // Then
        assertThat(complete).isTrue();
        assertThat(looks.get()).isGreaterThan(9);
    }

    @Test
    void shouldGiveUpWhenTheRankingStopsShort() {
        // Given
        services.others.put(
                "/v1/relevance", request -> FakeRapport.ok(Map.of("items", List.of(Map.of("interactions", 3)))));
        Pause pause = services.pause();

        // When / Then
        assertThat(new CatchUp(services.api(), progress, pause, Clock.systemUTC()).ranking(8))
                .isFalse();
    }

    @Test
    void shouldShowQuartersInPlainLinesWhenNobodyWatches() {
        // When
        progress.begin();
        for (int done = 1; done <= 100; done++) {
            progress.show("contacts", done, 100);
        }

        // Then
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .last()
                .asString()
                .endsWith("100 of 100");
    }
}
