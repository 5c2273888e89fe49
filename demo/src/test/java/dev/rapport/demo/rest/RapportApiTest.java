package dev.rapport.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.demo.FakeRapport;
import dev.rapport.demo.FakeRapport.Reply;
import dev.rapport.demo.FakeRapport.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RapportApiTest {

    private static final String BATCH = "/v1/contacts/batch";
    private static final Map<String, Object> ONE = Map.of("items", List.of(Map.of("emails", List.of("a@b.example"))));

    private FakeRapport services;
    private RapportApi api;

    @BeforeEach
    void start() throws IOException {
        services = new FakeRapport();
        api = services.api();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void shouldRepeatThePostWithTheSameKeyWhenToldToWaitAndWhenTheConnectionIsLost() {
        // Given
        services.failures.addAll(List.of(429, 503, 0));

        // When
        Answer answer = api.post(Service.CONTACTS, BATCH, ONE, "run");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(services.requests)
                .extracting(Request::key)
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotContainNull();
        assertThat(services.requests.stream().map(Request::key).distinct()).hasSize(1);
        assertThat(services.pauses).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void shouldUseAnotherKeyForAnotherRunAndAnotherBody() {
        // When
        api.post(Service.CONTACTS, BATCH, ONE, "run");
        api.post(Service.CONTACTS, BATCH, ONE, "another run");
        api.post(Service.CONTACTS, BATCH, Map.of("items", List.of()), "run");

        // Then
        assertThat(services.requests).extracting(Request::key).doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveUpInOneLineWhenTheServiceStaysAway() {
        // Given
        services.failures.addAll(Collections.nCopies(RetryPolicy.ATTEMPTS, 503));

        // When / Then
        assertThatThrownBy(() -> api.get(Service.CONTACTS, "/v1/contacts"))
                .isInstanceOf(ApiFailure.class)
                .hasMessageContaining("answered 503: later")
                .message()
                .doesNotContain("\n");
        assertThat(services.pauses).hasSize(RetryPolicy.ATTEMPTS - 1);
    }

    @Test
    void shouldNotRepeatWhatWasRefused() {
        // Given
        services.failures.add(400);

        // When / Then
        assertThatThrownBy(() -> api.post(Service.CONTACTS, BATCH, ONE, "run"))
                .isInstanceOfSatisfying(ApiFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(400));
        assertThat(services.requests).hasSize(1);
    }

    @Test
    void shouldFollowTheCursorToTheEndOfAList() {
        // Given
        services.others.put("/v1/relevance", request -> page(request.query()));

        // When
        List<JsonNode> items = api.items(Service.ENGAGEMENT, "/v1/relevance");

        // Then
        assertThat(items).extracting(JsonNode::asInt).containsExactly(1, 2, 3);
    }

    private static Reply page(String query) {
        return query.contains("cursor=a+b=")
                ? FakeRapport.ok(Map.of("items", List.of(3)))
                : FakeRapport.ok(Map.of("items", List.of(1, 2), "next", "a+b="));
    }
}
