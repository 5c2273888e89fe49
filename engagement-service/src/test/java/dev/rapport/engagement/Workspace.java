package dev.rapport.engagement;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.CareerChange;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import dev.rapport.events.ContactEvent.ContactErased;
import dev.rapport.events.ContactEvent.ContactMerged;
import dev.rapport.events.Event;
import dev.rapport.stack.StackTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A workspace of its own for one test, used as its members and contacts-service use the service: by REST and Kafka. */
public record Workspace(String name) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static Workspace create() {
        return new Workspace("ws-" + UuidCreator.getTimeOrderedEpochPlus1());
    }

    /** A request of a member who may do everything. */
    public RequestSpecification as(String member) {
        return as(member, "engagement:read", "engagement:write");
    }

    /** A request of a member with these scopes. */
    public RequestSpecification as(String member, String... scopes) {
        return given().auth()
                .oauth2(StackTestResource.token(name, member, scopes))
                .contentType(ContentType.JSON);
    }

    /** Publishes a contact with these addresses, as contacts-service does, and waits until it is known. */
    public UUID contact(String owner, String... addresses) {
        var id = UuidCreator.getTimeOrderedEpochPlus1();
        change(id, 1, owner, addresses);
        return id;
    }

    /** Publishes a snapshot of a contact and waits until the contact is known. */
    public void change(UUID id, long version, String owner, String... addresses) {
        publish(id, version, owner, addresses);
        await().atMost(PATIENCE).until(() -> relevanceStatus(id) == 200);
    }

    /** Publishes a snapshot of a contact. */
    public void publish(UUID id, long version, String owner, String... addresses) {
        publish(id, version, owner, null, addresses);
    }

    /** Publishes a snapshot of a contact whose latest change of organization or title is this. */
    public void publish(UUID id, long version, String owner, CareerChange career, String... addresses) {
        var now = Instant.now();
        tell(new ContactChanged(
                id,
                version,
                owner,
                "Contact " + id,
                null,
                null,
                null,
                matching("@", addresses),
                matching("+", addresses),
                matching(":", addresses),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                career,
                now,
                now));
    }

    /** Publishes the merge of a contact into another. */
    public void merge(UUID id, long version, UUID into) {
        tell(new ContactMerged(id, version, into, Instant.now()));
    }

    /** Publishes the erasure of a contact; returns the erasure. */
    public UUID erase(UUID id, long version) {
        var erasure = UuidCreator.getTimeOrderedEpochPlus1();
        tell(new ContactErased(id, version, erasure, Instant.now()));
        return erasure;
    }

    /** Publishes the deletion of a contact and waits until it is gone. */
    public void delete(UUID id, long version) {
        tell(new ContactDeleted(id, version, Instant.now()));
        await().atMost(PATIENCE).until(() -> relevanceStatus(id) == 404);
    }

    /** Records an interaction and returns its id. */
    public UUID record(Map<String, ?> interaction) {
        return UUID.fromString(as("alex")
                .body(interaction)
                .post("/v1/interactions")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Waits until so many interactions make up a contact's tie. */
    public void awaitInteractions(UUID contact, int count) {
        await().atMost(PATIENCE)
                .until(
                        () -> as("alex").get("/v1/relevance/" + contact).path("interactions"),
                        Integer.valueOf(count)::equals);
    }

    /** Waits until a contact has this owner, and so all that was published before is known. */
    public void awaitOwner(UUID contact, String owner) {
        await().atMost(PATIENCE)
                .until(() -> as("alex").get("/v1/relevance/" + contact).path("owner"), owner::equals);
    }

    private int relevanceStatus(UUID id) {
        return as("alex").get("/v1/relevance/" + id).statusCode();
    }

    /** Publishes what contacts-service has to say of a contact. */
    public void tell(ContactEvent data) {
        Topics.send(ContactEvent.TOPIC, new Event<>(UuidCreator.getTimeOrderedEpochPlus1(), name, Instant.now(), data));
    }

    private static List<String> matching(String sign, String... addresses) {
        return Arrays.stream(addresses)
                .filter(address -> address.contains(sign))
                .toList();
    }
}
