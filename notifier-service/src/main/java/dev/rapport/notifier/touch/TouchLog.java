package dev.rapport.notifier.touch;

import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionEvent.InteractionRetracted;
import dev.rapport.notifier.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps every interaction once, but for those with erased contacts. */
@ApplicationScoped
public class TouchLog {

    private static final String KEEP = """
            insert into touch as kept (workspace_id, interaction_id, contact_id, kind, direction, occurred_at,
                recorded_at, retracted)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::bool[])
                as told (workspace_id, interaction_id, contact_id, kind, direction, occurred_at, recorded_at, retracted)
            where not exists (
                select from contact c
                where c.workspace_id = told.workspace_id and c.contact_id = told.contact_id
                    and c.erasure_id is not null)
            on conflict (workspace_id, interaction_id) do update set retracted = true
            where excluded.retracted and not kept.retracted""";

    /** Applies facts in any order, any number of times. */
    public void apply(Connection transaction, Collection<Event<InteractionEvent>> events) throws SQLException {
        try (var keep = transaction.prepareStatement(KEEP)) {
            Columns.of(keep, rows(events))
                    .text(Row::workspace)
                    .uuid(row -> row.fact().interactionId())
                    .uuid(row -> row.fact().contactId())
                    .text(row -> row.fact().kind().json())
                    .text(row -> row.fact().direction().name())
                    .instant(row -> row.fact().occurredAt())
                    .instant(Row::recordedAt)
                    .flag(Row::retracted)
                    .update();
        }
    }

    /** One row per interaction, the retraction if the batch has it. */
    private static List<Row> rows(Collection<Event<InteractionEvent>> events) {
        var rows = new TreeMap<Key, Row>();
        events.forEach(event -> rows.merge(
                new Key(event.workspace(), event.data().interactionId()),
                new Row(event.workspace(), event.data()),
                (one, other) -> one.retracted() ? one : other));
        return List.copyOf(rows.values());
    }

    private record Key(String workspace, UUID id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::workspace).thenComparing(Key::id).compare(this, other);
        }
    }

    private record Row(String workspace, InteractionEvent fact) {

        boolean retracted() {
            return fact instanceof InteractionRetracted;
        }

        /** A retraction does not say when its interaction was recorded, and nothing asks. */
        Instant recordedAt() {
            return fact instanceof InteractionRecorded recorded ? recorded.recordedAt() : fact.occurredAt();
        }
    }
}
