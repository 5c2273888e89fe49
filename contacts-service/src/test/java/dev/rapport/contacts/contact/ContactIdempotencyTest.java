package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.contacts.Client;
import dev.rapport.contacts.ContactTopic;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactIdempotencyTest {

    private final Client alex = Client.inNewWorkspace();
    private final String key = UUID.randomUUID().toString();

    @Test
    void shouldRepeatTheAnswerWhenARequestIsRepeated() {
        var first = postWithKey(alex, key, ContactExamples.NEW_CONTACT);

        var second = postWithKey(alex, key, ContactExamples.NEW_CONTACT);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(alex.walk(Map.of())).hasSize(1);
    }

    @Test
    void shouldAddOneContactWhenTwentyEqualRequestsComeTogether() {
        var pool = Executors.newFixedThreadPool(20);
        try {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> postWithKey(alex, key, Map.of("displayName", "Jane")), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .isSubsetOf(201, 409)
                    .contains(201);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(Response::asString)
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .allSatisfy(
                            answer -> assertThat(answer.header("Retry-After")).isNotNull());
        } finally {
            pool.shutdownNow();
        }
        assertThat(alex.walk(Map.of())).hasSize(1);
        await().untilAsserted(
                        () -> assertThat(ContactTopic.events(alex.workspace())).hasSize(1));
    }

    @Test
    void shouldRefuseTheKeyWhenItComesWithAnotherBody() {
        postWithKey(alex, key, Map.of("displayName", "Jane"));

        postWithKey(alex, key, Map.of("displayName", "Joe"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:key-reused"));
        assertThat(alex.walk(Map.of())).hasSize(1);
    }

    @Test
    void shouldLeaveTheKeyFreeWhenTheFirstRequestWasRefused() {
        postWithKey(alex, key, Map.of("emails", List.of("nonsense"))).then().statusCode(400);

        postWithKey(alex, key, Map.of("displayName", "Jane")).then().statusCode(201);
    }

    @Test
    void shouldRepeatTheAnswerWhenABatchIsRepeated() {
        var batch = Map.of("items", List.of(Map.of("displayName", "One"), Map.of("bad", 1)));
        var first = batchWithKey(batch);

        var second = batchWithKey(batch);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(alex.walk(Map.of())).hasSize(1);
        batchWithKey(Map.of("items", List.of(Map.of("displayName", "Two"))))
                .then()
                .statusCode(422);
    }

    static Response postWithKey(Client client, String key, Object body) {
        return client.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Client.CONTACTS);
    }

    private Response batchWithKey(Object body) {
        return alex.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Client.CONTACTS + "/batch");
    }
}
