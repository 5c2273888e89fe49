package dev.rapport.contacts.erasure;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.ContactKeys;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who belongs to an erased contact: all who were merged with it, as they are one person; and whom that person introduced. */
@ApplicationScoped
class ErasedGroup {

    private static final int MOST_AT_A_TIME = 1_000;

    /** Up to the survivors, and from there down again. The bounds end a circle, which cannot be, all the same. */
    private static final String MERGED = """
            with recursive up as (
                select c.id, c.merged_into, 1 as length from contact c
                where c.workspace_id = :workspace and c.id = any(:ids::uuid[])
              union all
                select c.id, c.merged_into, length + 1 from up
                join contact c on c.workspace_id = :workspace and c.id = up.merged_into
                where length < 1000
            ), down as (
                select id, 1 as length from up where merged_into is null
              union all
                select c.id, length + 1 from down
                join contact c on c.workspace_id = :workspace and c.merged_into = down.id
                where length < 1000
            )
            select id from up union select id from down""";

    private final WorkspaceSql sql;
    private final Contacts contacts;
    private final CurrentMember member;

    @Inject
    ErasedGroup(WorkspaceSql sql, Contacts contacts, CurrentMember member) {
        this.sql = sql;
        this.contacts = contacts;
        this.member = member;
    }

    /** These contacts, and all that were merged with them. */
    Set<UUID> of(Collection<UUID> ids) {
        return new HashSet<>(sql.list(MERGED, Map.of("ids", ids), row -> row.getObject(1, UUID.class)));
    }

    /**
     * Locks these contacts' group, and whom it introduced, all in one order; returns the group and more. Who is merged into
     * it meanwhile is locked too.
     */
    Map<UUID, Contact> lock(Collection<UUID> ids) {
        var wanted = of(ids);
        introducedBy(wanted).forEach(contact -> wanted.add(contact.id()));
        var locked = contacts.lock(wanted);
        for (var group = of(ids); !locked.keySet().containsAll(group); group = of(ids)) {
            locked = contacts.lock(group);
        }
        return locked;
    }

    /** Some of the present contacts that one of these introduced. */
    List<Contact> introducedBy(Collection<UUID> introducers) {
        var keys = ContactKeys.in(member.workspace());
        return contacts.byKeys(introducers.stream().map(keys::introducedBy).toList(), MOST_AT_A_TIME);
    }
}
