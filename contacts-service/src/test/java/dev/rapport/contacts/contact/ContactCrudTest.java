package dev.rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rapport.contacts.Client;
import dev.rapport.stack.StackTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackTestResource.class, initArgs = @ResourceArg(name = "database", value = "contacts"))
class ContactCrudTest {

    private final Client alex = Client.inNewWorkspace();

    @Test
    void shouldAnswerTheContactWhenItWasAdded() {
        var answer = alex.post(ContactExamples.NEW_CONTACT);

        answer.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith("/v1/contacts/" + answer.path("id")))
                .body("displayName", equalTo("Jane Doe"))
                .body("givenName", equalTo("Jane"))
                .body("familyName", equalTo("Doe"))
                .body("emails", contains("jane@example.org"))
                .body("phones", contains("+4930123456"))
                .body("handles", contains("linkedin:jane-doe"))
                .body("organization", equalTo("Acme"))
                .body("title", equalTo("Head of Purchasing"))
                .body("relationship", equalTo("client"))
                .body("interests", contains("sailing"))
                .body("cadence.ideal", equalTo("P30D"))
                .body("cadence.longest", equalTo("P45D"))
                .body("cadence.counting", contains("call", "meeting"))
                .body("timeZone", equalTo("Europe/Berlin"));
        assertThat(UUID.fromString(answer.path("id")).version()).isEqualTo(7);
        assertThat(Instant.parse(answer.path("createdAt"))).isEqualTo(Instant.parse(answer.path("updatedAt")));
    }

    @Test
    void shouldReadWhatWasAnsweredWhenTheContactIsFetched() {
        var added = alex.post(ContactExamples.NEW_CONTACT);

        var read = alex.get(added.path("id"));

        read.then().statusCode(200).header("ETag", added.header("ETag"));
        assertThat(read.asString()).isEqualTo(added.asString());
    }

    @Test
    void shouldFillInDefaultsWhenLittleIsSaid() {
        var answer = alex.post(Map.of("emails", List.of("  Jane@Example.ORG ", "jane@example.org")));

        answer.then()
                .statusCode(201)
                .body("displayName", equalTo("jane@example.org"))
                .body("emails", contains("jane@example.org"))
                .body("phones", empty())
                .body("owner", equalTo("alex"))
                .body("relationship", equalTo("other"))
                .body("cadence", nullValue())
                .body("notes", nullValue());
    }

    @Test
    void shouldNormaliseEveryKindOfAddressWhenItIsAdded() {
        alex.post(Map.of(
                        "phones", List.of("+49 30 123456", "tel:+49-30-123456"),
                        "handles", List.of("LinkedIn:@Jane-Doe", "linkedin:jane-doe")))
                .then()
                .statusCode(201)
                .body("phones", contains("+4930123456"))
                .body("handles", contains("linkedin:jane-doe"));
    }

    @Test
    void shouldAnswer304WhenTheContactIsStillAtTheKnownVersion() {
        var id = alex.add(Map.of("displayName", "Jane"));

        var answer = alex.request().header("If-None-Match", "\"1\"").get(Client.CONTACTS + "/" + id);

        answer.then().statusCode(304).header("ETag", "\"1\"");
        assertThat(answer.asString()).isEmpty();
        alex.request()
                .header("If-None-Match", "\"2\"")
                .get(Client.CONTACTS + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldBeGoneFromEveryReadWhenItWasDeleted() {
        var id = alex.add(Map.of("displayName", "Jane"));

        alex.delete(id, "\"1\"").then().statusCode(204);

        alex.get(id).then().statusCode(404);
        alex.patch(id, "\"2\"", Map.of("title", "x")).then().statusCode(404);
        alex.delete(id, "\"2\"").then().statusCode(404);
        assertThat(alex.walk(Map.of())).isEmpty();
    }

    @Test
    void shouldAskForIfMatchWhenAChangeComesWithoutIt() {
        var id = alex.add(Map.of("displayName", "Jane"));

        alex.request().delete(Client.CONTACTS + "/" + id).then().statusCode(428);
        alex.request()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch(Client.CONTACTS + "/" + id)
                .then()
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:precondition-required"));
    }

    @Test
    void shouldRefuseAChangeWhenItIsMeantForAnotherVersion() {
        var id = alex.add(Map.of("displayName", "Jane"));
        alex.patch(id, "\"1\"", Map.of("title", "CEO")).then().statusCode(200).header("ETag", "\"2\"");

        alex.patch(id, "\"1\"", Map.of("title", "CTO")).then().statusCode(412).contentType("application/problem+json");
        alex.patch(id, "W/\"2\"", Map.of("title", "CTO")).then().statusCode(412);
        alex.delete(id, "\"1\"").then().statusCode(412);

        alex.get(id).then().body("title", equalTo("CEO"));
        alex.delete(id, "\"7\", \"2\"").then().statusCode(204);
    }
}
