package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class OnDuplicateTest {

    private static final Map<String, ?> JANE = Map.of("givenName", "Jane", "emails", List.of("jane@example.org"));

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldAddAnotherOneWhenNothingElseIsAskedFor() {
        alex.add(JANE);
        alex.add(JANE);
        add("allow", JANE).then().statusCode(201);

        assertThat(alex.walk(Map.of())).hasSize(3);
    }

    @Test
    void shouldNameTheContactThatHasTheAddressWhenAskedToRefuse() {
        var id = alex.add(JANE);

        add(
                        "refuse",
                        Map.of(
                                "displayName",
                                "J",
                                "phones",
                                List.of("+4930123456"),
                                "emails",
                                List.of("JANE@example.org")))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Location", endsWith("/v1/contacts/" + id))
                .body("type", equalTo("urn:rapport:problem:conflict"))
                .body("detail", containsString(id))
                .body("contact", equalTo(id));
        assertThat(alex.walk(Map.of())).containsExactly(id);
    }

    @Test
    void shouldAddTheContactWhenNobodyPresentHasTheAddress() {
        var deleted = alex.add(JANE);
        alex.delete(deleted, "*");
        Client.inNewWorkspace().add(JANE);

        add("refuse", JANE).then().statusCode(201);
        add("merge", Map.of("displayName", "Nobody")).then().statusCode(201);
        add("merge", Map.of("displayName", "Nobody")).then().statusCode(201);
    }

    @Test
    void shouldFillTheKnownContactWhenAskedToMerge() {
        var id = alex.add(JANE);
        var news = Map.of(
                "givenName", "Janet", "familyName", "Doe", "emails", List.of("j@example.org", "jane@example.org"));

        add("merge", news)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Content-Location", endsWith("/v1/contacts/" + id))
                .body("id", equalTo(id))
                .body("displayName", equalTo("Jane Doe"))
                .body("emails", contains("jane@example.org", "j@example.org"));
        add("merge", news).then().statusCode(200).header("ETag", "\"2\"");
        assertThat(alex.walk(Map.of())).containsExactly(id);
    }

    @Test
    void shouldSayWhatIsTooMuchWhenTheyAreTooLongTogether() {
        alex.add(Map.of("emails", emails("a", 30)));

        add("merge", Map.of("emails", concat(emails("b", 30), "a0@example.org")))
                .then()
                .statusCode(400)
                .body("violations.field", contains("emails"))
                .body("violations[0].message", containsString("together"));
    }

    @Test
    void shouldRefuseAllButOneWhenManyAddTheSameAddressAtOnce() {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> add("refuse", Map.of("emails", List.of("one@example.org", i + "@example.org")))
                                    .statusCode(),
                            pool))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
        } finally {
            pool.shutdownNow();
        }
        assertThat(alex.walk(Map.of())).hasSize(1);
    }

    @Test
    void shouldRefuseAnotherWordThanTheThree() {
        add("perhaps", JANE).then().statusCode(400).body("violations.field", contains("onDuplicate"));
    }

    private Response add(String onDuplicate, Map<String, ?> contact) {
        return alex.request()
                .contentType(ContentType.JSON)
                .queryParam("onDuplicate", onDuplicate)
                .body(contact)
                .post(Client.CONTACTS);
    }

    private static List<String> emails(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + "@example.org")
                .toList();
    }

    private static List<String> concat(List<String> list, String last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
