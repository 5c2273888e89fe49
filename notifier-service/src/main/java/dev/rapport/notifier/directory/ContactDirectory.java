package dev.rapport.notifier.directory;

import dev.rapport.events.Cadence;
import dev.rapport.events.ContactEvent;
import dev.rapport.events.ContactEvent.ContactChanged;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.Latest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Period;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the newest snapshot of every contact. */
@ApplicationScoped
public class ContactDirectory {

    private static final String KEEP = """
            insert into contact as kept (workspace_id, contact_id, version, deleted, owner, display_name,
                cadence_ideal, cadence_longest, cadence_counting, added_at)
            select workspace_id, contact_id, version, deleted, owner, display_name,
                cadence_ideal, cadence_longest, string_to_array(cadence_counting, ','), added_at
            from unnest(?::text[], ?::uuid[], ?::int8[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[])
                as told (workspace_id, contact_id, version, deleted, owner, display_name, cadence_ideal,
                    cadence_longest, cadence_counting, added_at)
            on conflict (workspace_id, contact_id) do update set
                version = excluded.version, deleted = excluded.deleted, owner = excluded.owner,
                display_name = excluded.display_name, cadence_ideal = excluded.cadence_ideal,
                cadence_longest = excluded.cadence_longest, cadence_counting = excluded.cadence_counting,
                added_at = excluded.added_at
            where kept.version < excluded.version""";

    /** Applies snapshots in any order, any number of times. */
    public void apply(Connection transaction, Collection<Event<ContactEvent>> events) throws SQLException {
        var rows =
                Latest.of(events, ContactEvent::version).stream().map(Row::of).toList();
        try (var keep = transaction.prepareStatement(KEEP)) {
            Columns.of(keep, rows)
                    .text(Row::workspace)
                    .uuid(Row::contactId)
                    .number(Row::version)
                    .flag(row -> row.changed().isEmpty())
                    .text(row -> row.get(ContactChanged::owner))
                    .text(row -> row.get(ContactChanged::displayName))
                    .text(row -> row.cadence(Cadence::ideal))
                    .text(row -> row.cadence(Cadence::longest))
                    .text(Row::counting)
                    .instant(row -> row.get(ContactChanged::createdAt))
                    .update();
        }
    }

    private record Row(String workspace, UUID contactId, long version, Optional<ContactChanged> changed) {

        static Row of(Event<ContactEvent> event) {
            var changed =
                    event.data() instanceof ContactChanged it ? Optional.of(it) : Optional.<ContactChanged>empty();
            return new Row(
                    event.workspace(), event.data().contactId(), event.data().version(), changed);
        }

        <V> V get(Function<ContactChanged, V> field) {
            return changed.map(field).orElse(null);
        }

        String cadence(Function<Cadence, Period> part) {
            return changed.map(ContactChanged::cadence)
                    .map(part)
                    .map(Period::toString)
                    .orElse(null);
        }

        String counting() {
            return changed.map(ContactChanged::cadence).stream()
                    .flatMap(cadence -> cadence.counting().stream())
                    .map(InteractionKind::json)
                    .collect(Collectors.joining(","));
        }
    }
}
