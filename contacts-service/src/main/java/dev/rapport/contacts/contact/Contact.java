package dev.rapport.contacts.contact;

import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.ContactEvent.ContactDeleted;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;

/**
 * A person in a workspace's network. Its version rises with every change, the deletion included, and numbers its snapshots.
 * A deleted contact stays in its table as a bin, where no read finds it.
 *
 * <p>The table's primary key is (workspace_id, id). To Hibernate the id alone identifies, since a session sees one workspace
 * only; the partition key makes every update name the workspace too.
 */
@Entity
@SQLRestriction("deleted_at is null")
class Contact {

    @Id
    private UUID id;

    @TenantId
    @PartitionKey
    private String workspaceId;

    @Embedded
    private ContactDetails details;

    @Version
    private long version = 1;

    private Instant createdAt;
    private Instant updatedAt;
    private Instant deletedAt;

    /** For Hibernate. */
    protected Contact() {}

    /** A contact that is new at this instant; Hibernate gives it the session's workspace. */
    Contact(UUID id, ContactDetails details, Instant now) {
        this.id = id;
        this.details = details;
        this.createdAt = kept(now);
        this.updatedAt = createdAt;
    }

    /** Takes the new details. Returns whether they differ from the old ones; if not, nothing has changed at all. */
    boolean change(ContactDetails wanted, Instant now) {
        if (wanted.equals(details)) {
            return false;
        }
        details = wanted;
        updatedAt = kept(now);
        return true;
    }

    /** Puts the contact in the bin. */
    void delete(Instant now) {
        deletedAt = kept(now);
    }

    /** The contact as others may know it, at its present version; notes stay with their owner. */
    ContactChanged snapshot() {
        return new ContactChanged(
                id,
                version,
                details.owner(),
                details.displayName(),
                details.givenName(),
                details.familyName(),
                details.emails(),
                details.phones(),
                details.handles(),
                details.organization(),
                details.title(),
                details.relationship(),
                details.interests(),
                details.cadence() == null ? null : details.cadence().published(),
                details.timeZone(),
                createdAt,
                updatedAt);
    }

    /** What is left to say of a deleted contact. */
    ContactDeleted obituary() {
        return new ContactDeleted(id, version, deletedAt);
    }

    /** In the precision of the database, so that what is told now equals what is read later. */
    private static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    String workspaceId() {
        return workspaceId;
    }

    ContactDetails details() {
        return details;
    }

    long version() {
        return version;
    }

    /** The version as HTTP tells it. */
    EntityTag entityTag() {
        return new EntityTag(Long.toString(version));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
