package dev.rapport.contacts.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.Member;
import dev.rapport.api.security.OnBehalf;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class CustomFieldsTest {

    private final CustomFieldClient alex = CustomFieldClient.inNewWorkspace();

    @Inject
    DefineCustomFields define;

    @Inject
    OnBehalf onBehalf;

    @Test
    void shouldCreateAFieldAndThenChangeIt() {
        alex.choose("tier", "gold", "silver")
                .then()
                .statusCode(201)
                .body("key", equalTo("tier"))
                .body("type", equalTo("choice"))
                .body("choices", contains("gold", "silver"));
        alex.put("tier", Map.of("name", "Tier!", "type", "choice", "choices", List.of("silver", "lead", "gold")))
                .then()
                .statusCode(200)
                .body("name", equalTo("Tier!"));
        alex.define("age", "number").then().statusCode(201).body("choices", empty());

        alex.list()
                .then()
                .statusCode(200)
                .body("items.key", contains("age", "tier"))
                .body("next", nullValue());
        alex.member()
                .request()
                .queryParam("limit", 1)
                .get(CustomFieldClient.FIELDS)
                .then()
                .body("items.key", contains("age"))
                .body("next", startsWith("Y"));
    }

    @Test
    void shouldNameTheFaultWhenItIsNoField() {
        for (var key : List.of("Tier", "1st", "first name", "a-b", "x".repeat(51), "ä")) {
            alex.define(key, "text").then().statusCode(400).body("violations.field", contains("key"));
        }
        alex.put("f", "{\"type\": \"text\"}").then().statusCode(400).body("violations.field", contains("name"));
        alex.put("f", "{\"name\": \"F\"}").then().statusCode(400).body("violations.field", contains("type"));
        alex.define("f", "colour")
                .then()
                .statusCode(400)
                .body("violations.field", contains("type"))
                .body("violations[0].message", containsString("choice"));
        alex.define("f", "TEXT").then().statusCode(400);
        alex.define("f", "choice").then().statusCode(400);
        alex.choose("f", "a", "a").then().statusCode(400);
        alex.choose("f", " ").then().statusCode(400);
        alex.choose("f", many(101)).then().statusCode(400);
        alex.put("f", Map.of("name", "F", "type", "text", "choices", List.of("a")))
                .then()
                .statusCode(400);
        alex.choose("f", many(100)).then().statusCode(201);
    }

    @Test
    void shouldHaveAtMostTwoHundredFields() {
        var all = IntStream.range(0, 200).boxed().collect(Collectors.toMap(i -> "f" + i, i -> FieldType.TEXT));
        assertThat(ensured(all)).hasSize(200);

        alex.define("one_more", "text").then().statusCode(409);
        assertThatThrownBy(() -> ensured(Map.of("one_more", FieldType.TEXT))).isInstanceOf(ApiException.class);
        alex.define("f0", "number").then().statusCode(200);
        assertThat(alex.list().jsonPath().getList("items")).hasSize(200);
    }

    @Test
    void shouldCreateOnlyWhatIsMissingWhenAnImportNeedsFields() {
        alex.choose("tier", "gold");

        assertThat(ensured(Map.of("tier", FieldType.TEXT, "age", FieldType.NUMBER)))
                .isEqualTo(Map.of("tier", FieldType.CHOICE, "age", FieldType.NUMBER));
        assertThat(ensured(Map.of("age", FieldType.TEXT))).isEqualTo(Map.of("age", FieldType.NUMBER));

        alex.list().then().body("items.key", contains("age", "tier")).body("items.type", contains("number", "choice"));
        assertThatThrownBy(() -> ensured(Map.of("First Name", FieldType.TEXT))).isInstanceOf(ApiException.class);
        assertThat(ensured(Collections.emptyMap())).isEmpty();
    }

    @Test
    void shouldSeeOnlyItsOwnWhenAnotherWorkspaceHasFields() {
        alex.define("f", "text");
        alex.addWith("{\"f\": \"x\"}").then().statusCode(201);
        var stranger = CustomFieldClient.inNewWorkspace();

        stranger.list().then().body("items", empty());
        stranger.delete("f").then().statusCode(404);
        stranger.addWith("{\"f\": \"x\"}").then().statusCode(400);
        stranger.define("f", "number").then().statusCode(201);
        assertThat(stranger.delete("f").statusCode()).isEqualTo(204);
        alex.list().then().body("items.type", contains("text"));
        assertThat(stranger.delete("f").asString())
                .isEqualTo(
                        stranger.delete("unknown" + UUID.randomUUID().toString().substring(0, 8))
                                .asString());
    }

    private Map<String, FieldType> ensured(Map<String, FieldType> wanted) {
        return onBehalf.of(new Member(alex.member().workspace(), "alex"), () -> define.ensure(wanted));
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "choice " + i).toArray(String[]::new);
    }
}
