package dev.rapport.notifier.reminder;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.batch.Locks;
import dev.rapport.notifier.batch.MemberKey;
import dev.rapport.notifier.directory.Survivors;
import dev.rapport.notifier.preference.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The calling member's contacts and time zone, held as they are until the transaction ends. */
@ApplicationScoped
class MemberPlace {

    private static final String STANDING = """
            select w.id, s.contact_id
            from unnest(:ids::uuid[]) as w (id)
            join contact c on c.workspace_id = :workspace and c.contact_id = w.id
            join contact s on s.workspace_id = c.workspace_id and s.contact_id = coalesce(c.survivor_id, c.contact_id)
            where s.owner = :member and not s.deleted""";

    private static final String ZONE =
            "select p.time_zone from preference p where p.workspace_id = :workspace and p.member = :member";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    DataSource database;

    MemberKey key() {
        return new MemberKey(member.workspace(), member.id());
    }

    /** Holds contacts; those of them that are the member's, each with the contact that stands for it. */
    Map<UUID, UUID> contacts(Connection transaction, Collection<UUID> ids) throws SQLException {
        Survivors.hold(
                transaction,
                ids.stream().map(id -> new ContactKey(member.workspace(), id)).toList());
        var standing = new HashMap<UUID, UUID>();
        sql.list(
                STANDING,
                Map.of("ids", List.copyOf(ids), "member", member.id()),
                row -> standing.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return standing;
    }

    /** Holds the member's preferences: after the contacts, and before any reminder. */
    void hold() throws SQLException {
        try (var transaction = database.getConnection()) {
            Locks.habitsOf(transaction, List.of(key()));
        }
    }

    /** Holds the member's preferences, too; the zone of which they speak. */
    ZoneId zone() throws SQLException {
        hold();
        return ZoneId.of(sql.first(ZONE, Map.of("member", member.id()), row -> row.getString(1))
                .orElse(Preferences.DEFAULT.timeZone()));
    }
}
