package dev.rapport.contacts.bin;

import static dev.rapport.api.sql.Timestamps.instant;

import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.Contact;
import dev.rapport.contacts.contact.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The deleted contacts of the caller's workspace. */
@ApplicationScoped
class BinnedContacts {

    private static final String LIST = "contact-bin";
    private static final Position FIRST = new Position(
            Instant.parse("9999-12-31T00:00:00Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private static final String NEWEST = """
            select deleted_at, id from contact
            where workspace_id = :workspace and deleted_at is not null and merged_into is null
                and (deleted_at, id) < (:deletedAt, :id)
            order by deleted_at desc, id desc
            limit :limit""";

    private final WorkspaceSql sql;
    private final Contacts contacts;

    @Inject
    BinnedContacts(WorkspaceSql sql, Contacts contacts) {
        this.sql = sql;
        this.contacts = contacts;
    }

    /** Those in the bin, the last deleted first. */
    Page<Contact> list(int limit, String cursor) {
        var after = Cursor.read(
                        LIST, cursor, key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))))
                .orElse(FIRST);
        var positions = sql.list(
                NEWEST,
                Map.of("deletedAt", after.deletedAt, "id", after.id, "limit", limit + 1),
                row -> new Position(instant(row, "deleted_at"), row.getObject("id", UUID.class)));
        var page = Page.of(positions, limit, last -> Cursor.of(LIST, last.deletedAt, last.id));
        return new Page<>(stillThere(page.items()), page.next(), null);
    }

    /** Who was restored or erased between the two reads is no longer in the bin. */
    private List<Contact> stillThere(List<Position> positions) {
        var found = contacts.find(positions.stream().map(Position::id).toList());
        return positions.stream()
                .map(position -> found.get(position.id))
                .filter(contact -> contact != null && contact.deletedAt() != null)
                .toList();
    }

    private record Position(Instant deletedAt, UUID id) {}
}
