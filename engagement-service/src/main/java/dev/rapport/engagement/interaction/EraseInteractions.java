package dev.rapport.engagement.interaction;

import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.directory.DirectoryChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Deletes for good what was recorded about erased contacts: what counts, what was retracted, and what still waits for them. */
@ApplicationScoped
public class EraseInteractions {

    void follow(@Observes DirectoryChange change) throws SQLException {
        InteractionRow.TABLE.erase(change.transaction(), change.erased().keySet());
    }

    /** Deletes what a request attached to contacts while they were being erased. */
    public static void attachedTo(Connection transaction, Collection<ContactKey> erased) throws SQLException {
        InteractionRow.TABLE.eraseAttached(transaction, erased);
    }
}
