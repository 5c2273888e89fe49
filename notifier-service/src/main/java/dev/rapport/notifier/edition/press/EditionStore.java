package dev.rapport.notifier.edition.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.TextList;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.content.EditionItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps published editions. */
@ApplicationScoped
class EditionStore {

    /**
     * The primary key is the promise of one edition per member and local date, whoever publishes. What an item tells may be of
     * a contact that is merged into the one that it names: both are mentioned.
     */
    private static final String ADD = """
            insert into edition (workspace_id, member, local_date, id, composed_at, late, item_count, content,
                notification_id, contact_ids)
            select workspace_id, member, local_date::date, id, composed_at, late, item_count, content::jsonb,
                notification_id, array(
                    select unnest(%s::uuid[]) union
                    select c.contact_id from contact c
                    where c.workspace_id = issued.workspace_id and c.survivor_id = any (%s::uuid[]))
            from unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::bool[], ?::int8[], ?::text[],
                    ?::uuid[], ?::text[])
                as issued (workspace_id, member, local_date, id, composed_at, late, item_count, content,
                    notification_id, contacts)
            on conflict (workspace_id, member, local_date) do nothing
            returning id""".formatted(TextList.sql("contacts"), TextList.sql("contacts"));

    private final ObjectMapper json;

    @Inject
    EditionStore(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps editions, in the caller's transaction; returns the ids of those whose date had none. */
    Set<UUID> add(Connection transaction, List<Issued> issued) throws SQLException {
        var added = new HashSet<UUID>();
        try (var add = transaction.prepareStatement(ADD)) {
            Columns.of(add, issued)
                    .text(it -> it.member().workspace())
                    .text(it -> it.member().member())
                    .text(it -> it.edition().date().toString())
                    .uuid(Issued::id)
                    .instant(it -> it.edition().composedAt())
                    .flag(it -> it.edition().late())
                    .number(it -> (long) it.edition().itemCount())
                    .text(it -> content(it.edition()))
                    .uuid(Issued::notificationId)
                    .text(it -> TextList.of(mentioned(it.edition())));
            try (var rows = add.executeQuery()) {
                while (rows.next()) {
                    added.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return added;
    }

    private String content(Edition edition) {
        try {
            return json.writeValueAsString(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> mentioned(Edition edition) {
        return edition.items()
                .map(EditionItem::contactId)
                .map(UUID::toString)
                .distinct()
                .toList();
    }
}
