package dev.rapport.contacts.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CustomFieldValuesTest {

    private final CustomFieldClient alex = CustomFieldClient.inNewWorkspace();

    @Test
    void shouldKeepEveryValueEqualWhenNumbersAreWrittenInOtherWays() {
        alex.define("n", "number");
        alex.define("b", "boolean");
        alex.define("t", "text");
        var added = alex.addWith("{\"n\": 1e2, \"b\": false, \"t\": \" x \"}");
        String id = added.then().statusCode(201).extract().path("id");

        var read = alex.member().get(id);

        assertThat(read.asString()).isEqualTo(added.asString()).contains("\"n\":100");
        for (var same : List.of("100", "100.0", "1.0E2")) {
            alex.member()
                    .patch(id, "\"1\"", "{\"customFields\": {\"n\": " + same + ", \"t\": \" x \"}}")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"");
        }
        alex.member()
                .patch(id, "\"1\"", "{\"customFields\": {\"n\": 0.1}}")
                .then()
                .header("ETag", "\"2\"");
        alex.member()
                .patch(id, "\"2\"", "{\"customFields\": {\"n\": 1e-1}}")
                .then()
                .header("ETag", "\"2\"");
        assertThat(alex.member().walk(Map.of("customField", "n=0.1"))).containsExactly(id);
        assertThat(alex.member().walk(Map.of("customField", "b=false"))).containsExactly(id);
    }

    @Test
    void shouldNameEveryValueThatDoesNotFit() {
        alex.define("n", "number");
        alex.define("d", "date");
        alex.choose("c", "gold");

        alex.addWith("{\"n\": \"1\", \"d\": \"2023-02-29\", \"c\": \"lead\", \"x\": 1}")
                .then()
                .statusCode(400)
                .body(
                        "violations.field.sort()",
                        contains("customFields.c", "customFields.d", "customFields.n", "customFields.x"));
        for (var value : List.of("1e400", "[1]", "{\"a\": {}}", "true", "12345678901234567890", "\"NaN\"")) {
            alex.addWith("{\"n\": " + value + "}").then().statusCode(400);
        }
        alex.addWith("{\"n\": NaN}").then().statusCode(400);
        alex.addWith("{\"n\": null}").then().statusCode(400);
    }

    @Test
    void shouldRefuseAndNotFailWhenTextOrKeysCannotBeStored() {
        alex.define("t", "text");

        for (var value :
                List.of("\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\"", "\"" + "x".repeat(2_001) + "\"")) {
            alex.addWith("{\"t\": " + value + "}")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("customFields.t"));
        }
        for (var key : List.of("\\u0000", "\\ud800", "a\\u0000", "x".repeat(60), "")) {
            alex.addWith("{\"" + key + "\": \"x\"}").then().statusCode(400);
        }
    }

    @Test
    void shouldRefuseAnotherTypeWhileValuesDoNotFit() {
        alex.define("f", "text");
        for (var value : List.of("\"2024-01-01\"", "\"soon\"", "\"later\"")) {
            alex.addWith("{\"f\": " + value + "}").then().statusCode(201);
        }

        alex.define("f", "date").then().statusCode(409).body("detail", startsWith("2 contacts"));
        alex.define("f", "number").then().statusCode(409).body("detail", startsWith("3 contacts"));
        alex.choose("f", "soon", "2024-01-01").then().statusCode(409).body("detail", startsWith("1 contacts"));
        alex.list().then().body("items.type", contains("text"));
        alex.choose("f", "soon", "2024-01-01", "later").then().statusCode(200);
        alex.choose("f", "soon", "2024-01-01").then().statusCode(409);
        alex.choose("f", "later", "soon", "2024-01-01", "never").then().statusCode(200);
        alex.choose("f", "later", "soon", "2024-01-01").then().statusCode(200);
        alex.addWith("{\"f\": \"never\"}").then().statusCode(400);
        alex.define("f", "text").then().statusCode(200);
    }

    @Test
    void shouldRemoveTheValuesFromAllContactsWhenTheFieldIsRemoved() {
        alex.define("f", "text");
        alex.define("kept", "boolean");
        var items = IntStream.range(0, 600)
                .mapToObj(i -> Map.of("displayName", "P" + i, "customFields", Map.of("f", "v" + i, "kept", true)))
                .toList();
        alex.member().batch(Map.of("items", items)).then().body("accepted", equalTo(600));
        var without = alex.addWith("{\"kept\": false}").then().extract().<String>path("id");

        alex.delete("f").then().statusCode(204);

        alex.list().then().body("items.key", contains("kept"));
        var changed = alex.member().walk(Map.of("customField", "kept=true", "limit", 200));
        assertThat(changed).hasSize(600);
        var page = alex.member().page(Map.of("customField", "kept=true", "limit", 200));
        assertThat(page.getList("items.version")).containsOnly(2);
        assertThat(page.getList("items.customFields")).containsOnly(Map.of("kept", true));
        alex.member().get(without).then().header("ETag", "\"1\"");
        alex.delete("f").then().statusCode(404);
        alex.define("f", "number").then().statusCode(201);
    }

    @Test
    void shouldLeaveNoValueBehindWhenContactsAreWrittenWhileTheFieldIsRemoved() {
        alex.define("f", "text");
        var started = new CountDownLatch(20);
        var pool = Executors.newFixedThreadPool(3);
        try {
            var writers = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> addUntilRefused(started), pool))
                    .toList();
            CompletableFuture.runAsync(() -> awaitAndRemove(started)).join();
            writers.forEach(CompletableFuture::join);
        } finally {
            pool.shutdownNow();
        }

        var all = alex.member().page(Map.of("limit", 200, "fields", "customFields,version"));
        assertThat(all.getList("items.version", Integer.class))
                .hasSizeGreaterThanOrEqualTo(20)
                .containsOnly(2);
        assertThat(all.getList("items.customFields")).containsOnly(Map.of());
    }

    private void addUntilRefused(CountDownLatch started) {
        int status;
        do {
            status = alex.addWith("{\"f\": \"x\"}").statusCode();
            started.countDown();
            assertThat(status).isIn(201, 400);
        } while (status == 201);
    }

    private void awaitAndRemove(CountDownLatch started) {
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        alex.delete("f").then().statusCode(204);
    }
}
