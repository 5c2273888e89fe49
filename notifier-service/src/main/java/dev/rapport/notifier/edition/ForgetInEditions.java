package dev.rapport.notifier.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.ContactKey;
import dev.rapport.notifier.edition.content.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes erased contacts out of published editions: what was told of them, and what was told because of them. */
@ApplicationScoped
public class ForgetInEditions {

    private static final String MENTIONING = """
            select e.workspace_id, e.id, e.content from edition e
            where e.workspace_id = any (?::text[]) and e.contact_ids && ?::uuid[]
            order by e.workspace_id, e.id for update of e""";

    /** A merged contact's reminders, signals and interactions are told as its survivor's. */
    private static final String THEIRS = """
            select told.id from unnest(?::text[], ?::uuid[]) as told (workspace_id, id)
            where exists (select from reminder r where r.workspace_id = told.workspace_id and r.id = told.id
                    and r.contact_id = any (?::uuid[]))
                or exists (select from signal g where g.workspace_id = told.workspace_id and g.signal_id = told.id
                    and g.contact_id = any (?::uuid[]))
                or exists (select from touch t where t.workspace_id = told.workspace_id and t.interaction_id = told.id
                    and t.contact_id = any (?::uuid[]))""";

    private static final String REWRITE = """
            update edition e set content = left_over.content::jsonb, item_count = left_over.item_count,
                contact_ids = array(select unnest(e.contact_ids) except select unnest(gone.ids))
            from unnest(?::text[], ?::uuid[], ?::text[], ?::int8[]) as left_over (workspace_id, id, content, item_count),
                (select ?::uuid[] as ids) as gone
            where e.workspace_id = left_over.workspace_id and e.id = left_over.id""";

    private final ObjectMapper json;

    @Inject
    ForgetInEditions(ObjectMapper json) {
        this.json = json;
    }

    /** In the caller's transaction, which holds the contacts, and before their reminders, signals and touches go. */
    public void forget(Connection transaction, Collection<ContactKey> contacts) throws SQLException {
        Object[] gone = contacts.stream().map(ContactKey::contactId).toArray();
        var stored = mentioning(transaction, contacts, gone);
        if (stored.isEmpty()) {
            return;
        }
        var erased = new HashSet<>(theirs(transaction, stored, gone));
        contacts.forEach(contact -> erased.add(contact.contactId()));
        rewrite(transaction, stored.stream().map(it -> it.without(erased)).toList(), gone);
    }

    private List<Stored> mentioning(Connection transaction, Collection<ContactKey> contacts, Object[] gone)
            throws SQLException {
        Object[] workspaces =
                contacts.stream().map(ContactKey::workspace).distinct().toArray();
        try (var select = transaction.prepareStatement(MENTIONING)) {
            select.setArray(1, transaction.createArrayOf("text", workspaces));
            select.setArray(2, transaction.createArrayOf("uuid", gone));
            try (var rows = select.executeQuery()) {
                var stored = new ArrayList<Stored>();
                while (rows.next()) {
                    stored.add(read(rows));
                }
                return stored;
            }
        }
    }

    private static Set<UUID> theirs(Connection transaction, List<Stored> stored, Object[] gone) throws SQLException {
        var told = stored.stream().flatMap(Stored::sources).distinct().toList();
        try (var select = transaction.prepareStatement(THEIRS)) {
            Columns.of(select, told).text(Source::workspace).uuid(Source::id);
            for (int parameter = 3; parameter <= 5; parameter++) {
                select.setArray(parameter, transaction.createArrayOf("uuid", gone));
            }
            try (var rows = select.executeQuery()) {
                var theirs = new HashSet<UUID>();
                while (rows.next()) {
                    theirs.add(rows.getObject(1, UUID.class));
                }
                return theirs;
            }
        }
    }

    private void rewrite(Connection transaction, List<Stored> leftOver, Object[] gone) throws SQLException {
        try (var update = transaction.prepareStatement(REWRITE)) {
            Columns.of(update, leftOver)
                    .text(Stored::workspace)
                    .uuid(Stored::id)
                    .text(it -> write(it.edition()))
                    .number(it -> (long) it.edition().itemCount());
            update.setArray(5, transaction.createArrayOf("uuid", gone));
            update.executeUpdate();
        }
    }

    private Stored read(ResultSet row) throws SQLException {
        try {
            return new Stored(
                    row.getString("workspace_id"),
                    row.getObject("id", UUID.class),
                    json.readValue(row.getString("content"), Edition.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Edition edition) {
        try {
            return json.writeValueAsString(edition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reminder, signal or interaction that an item tells. */
    private record Source(String workspace, UUID id) {}

    private record Stored(String workspace, UUID id, Edition edition) {

        Stream<Source> sources() {
            return edition.items()
                    .flatMap(item -> Stream.of(item.reminderId(), item.signalId(), item.interactionId()))
                    .filter(Objects::nonNull)
                    .map(source -> new Source(workspace, source));
        }

        Stored without(Set<UUID> erased) {
            return new Stored(workspace, id, edition.with(items -> items.stream()
                    .filter(item -> Stream.of(
                                    item.contactId(), item.reminderId(), item.signalId(), item.interactionId())
                            .filter(Objects::nonNull)
                            .noneMatch(erased::contains))
                    .toList()));
        }
    }
}
