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
import java.util.function.BinaryOperator;

/**
 * Keeps every interaction once for each contact that it was told of, but for erased contacts. Of what is told of the two the
 * highest revision stays, and of equal ones the retraction: a maximum, so neither order nor repetition leaves a trace.
 */
@ApplicationScoped
public class TouchLog {

    private static final String KEEP = """
            insert into touch as kept (workspace_id, interaction_id, contact_id, kind, direction, occurred_at,
                recorded_at, revision, retracted)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::int8[], ?::bool[])
                as told (workspace_id, interaction_id, contact_id, kind, direction, occurred_at, recorded_at, revision,
                    retracted)
            where not exists (
                select from contact c
                where c.workspace_id = told.workspace_id and c.contact_id = told.contact_id
                    and c.erasure_id is not null)
            on conflict (workspace_id, interaction_id, contact_id) do update
            set kind = excluded.kind, direction = excluded.direction, occurred_at = excluded.occurred_at,
                recorded_at = excluded.recorded_at, revision = excluded.revision, retracted = excluded.retracted
            where (excluded.revision, excluded.retracted) > (kept.revision, kept.retracted)""";

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
                    .number(Row::revision)
                    .flag(Row::retracted)
                    .update();
        }
    }

    /** One row per interaction and contact, what counts of the batch. */
    private static List<Row> rows(Collection<Event<InteractionEvent>> events) {
        var rows = new TreeMap<Key, Row>();
        events.forEach(event -> rows.merge(
                new Key(
                        event.workspace(),
                        event.data().interactionId(),
                        event.data().contactId()),
                new Row(event.workspace(), event.data()),
                BinaryOperator.maxBy(Row.WHAT_COUNTS)));
        return List.copyOf(rows.values());
    }

    private record Key(String workspace, UUID id, UUID contact) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::workspace).thenComparing(Key::id).thenComparing(Key::contact);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(String workspace, InteractionEvent fact) {

        private static final Comparator<Row> WHAT_COUNTS =
                Comparator.comparing(Row::revision).thenComparing(Row::retracted);

        long revision() {
            return fact.revisionNumber();
        }

        boolean retracted() {
            return fact instanceof InteractionRetracted;
        }

        /** A retraction does not say when its interaction was recorded, and nothing asks. */
        Instant recordedAt() {
            return fact instanceof InteractionRecorded recorded ? recorded.recordedAt() : fact.occurredAt();
        }
    }
}
