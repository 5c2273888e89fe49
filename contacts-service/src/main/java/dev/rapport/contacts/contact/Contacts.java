package dev.rapport.contacts.contact;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.UUID;

/** The contacts of the caller's workspace, without those in the bin. */
@ApplicationScoped
class Contacts implements PanacheRepositoryBase<Contact, UUID> {

    private static final String NEWEST_FIRST = "contacts:newest";

    /** The contact with this id; 404 when the workspace has none. */
    Contact require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ApiException.notFound("contact"));
    }

    /** The contacts that pass the filter, newest first. */
    Page<Contact> list(ContactFilter filter) {
        var query = ContactQuery.of(filter);
        Cursor.read(NEWEST_FIRST, filter.cursor(), key -> UUID.fromString(key.get(0)))
                .ifPresent(query::olderThan);
        var rows =
                find(query.text(), query.parameters()).range(0, filter.limit()).list();
        return Page.of(rows, filter.limit(), contact -> Cursor.of(NEWEST_FIRST, contact.id()));
    }

    /** Sends what has changed to the database; 412 when another request has changed the same contact since it was read. */
    void write() {
        try {
            flush();
        } catch (OptimisticLockException e) {
            throw ApiException.of(
                    ProblemType.PRECONDITION_FAILED, "Somebody else changed the contact. Read it again, then repeat.");
        }
    }
}
