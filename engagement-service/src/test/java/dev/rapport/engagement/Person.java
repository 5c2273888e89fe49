package dev.rapport.engagement;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Relationship;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A contact with the details that a test cares about, told of as contacts-service does. */
public final class Person {

    public final UUID id = UuidCreator.getTimeOrderedEpochPlus1();
    private final Workspace workspace;
    private final String owner;
    private String name = "Contact " + id;
    private Relationship relationship;
    private List<UUID> circles = List.of();
    private UUID introducedBy;
    private Cadence cadence;
    private Instant addedAt = Instant.now();

    public Person(Workspace workspace, String owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    public Person named(String displayName) {
        name = displayName;
        return this;
    }

    public Person relatedAs(Relationship its) {
        relationship = its;
        return this;
    }

    public Person in(UUID... its) {
        circles = List.of(its);
        return this;
    }

    public Person introducedBy(UUID contact) {
        introducedBy = contact;
        return this;
    }

    public Person every(Cadence its) {
        cadence = its;
        return this;
    }

    public Person addedAt(Instant at) {
        addedAt = at;
        return this;
    }

    /** Publishes this version and waits until the contact is known. */
    public UUID tell(long version) {
        workspace.tell(new ContactChanged(
                id,
                version,
                owner,
                name,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                relationship,
                List.of(),
                List.of(),
                introducedBy,
                null,
                List.of(),
                circles,
                null,
                cadence,
                null,
                null,
                addedAt,
                addedAt));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> workspace.as(owner).get("/v1/relevance/" + id).statusCode() == 200);
        return id;
    }
}
