package dev.rapport.engagement.relevance;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.engagement.directory.ContactKey;
import dev.rapport.engagement.interaction.InteractionHistory;
import dev.rapport.engagement.scoring.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** All that happened with one contact of the caller's workspace, and with those that were merged into it. */
@ApplicationScoped
class TouchesOfContact {

    private final DataSource database;
    private final CurrentMember member;

    @Inject
    TouchesOfContact(DataSource database, CurrentMember member) {
        this.database = database;
        this.member = member;
    }

    List<Touch> of(UUID contact) {
        var key = new ContactKey(member.workspace(), contact);
        try (var connection = database.getConnection()) {
            return InteractionHistory.ofContacts(connection, List.of(key)).getOrDefault(key, List.of());
        } catch (SQLException e) {
            throw new IllegalStateException("the interactions of a contact cannot be read", e);
        }
    }
}
