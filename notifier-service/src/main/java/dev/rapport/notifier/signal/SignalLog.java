package dev.rapport.notifier.signal;

import dev.rapport.events.Event;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalRetracted;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.events.SignalKind;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.TextList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** Keeps every signal once, but for those about erased contacts. */
@ApplicationScoped
public class SignalLog {

    private static final String KEEP = """
            insert into signal as kept (workspace_id, signal_id, contact_id, kind, title, happened_at, seen_at, revision,
                retracted, link, topics, heard_at)
            select workspace_id, signal_id, contact_id, kind, title, happened_at, seen_at, revision, retracted, link, %s,
                clock.now
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::int8[], ?::bool[], ?::text[], ?::text[])
                as told (workspace_id, signal_id, contact_id, kind, title, happened_at, seen_at, revision, retracted,
                    link, topics),
                (select ?::timestamptz as now) as clock
            where not exists (
                select from contact c
                where c.workspace_id = told.workspace_id and c.contact_id = told.contact_id
                    and c.erasure_id is not null)
            on conflict (workspace_id, signal_id, contact_id) do update
            set kind = excluded.kind, title = excluded.title, happened_at = excluded.happened_at,
                seen_at = excluded.seen_at, revision = excluded.revision, retracted = excluded.retracted,
                link = excluded.link, topics = excluded.topics
            where (excluded.revision, excluded.retracted) > (kept.revision, kept.retracted)""".formatted(TextList.sql("topics"));

    private final Clock clock;

    @Inject
    SignalLog(Clock clock) {
        this.clock = clock;
    }

    /** Applies facts in any order, any number of times; when each was first heard stays as it was. */
    public void apply(Connection transaction, Collection<Event<SignalEvent>> events) throws SQLException {
        try (var keep = transaction.prepareStatement(KEEP)) {
            Columns.of(keep, rows(events))
                    .text(Row::workspace)
                    .uuid(row -> row.fact().signalId())
                    .uuid(row -> row.fact().contactId())
                    .text(row -> row.kind().json())
                    .text(Row::title)
                    .instant(Row::happenedAt)
                    .instant(Row::seenAt)
                    .number(row -> row.fact().revisionNumber())
                    .flag(Row::retracted)
                    .text(row -> row.seen().map(SignalSeen::link).orElse(null))
                    .text(row -> TextList.of(row.seen().map(SignalSeen::topics).orElse(List.of())))
                    .update(clock.instant());
        }
    }

    /** One row per signal and contact, what counts of the batch. */
    private static List<Row> rows(Collection<Event<SignalEvent>> events) {
        var rows = new TreeMap<Key, Row>();
        events.forEach(event -> rows.merge(
                new Key(event.workspace(), event.data().signalId(), event.data().contactId()),
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

    private record Row(String workspace, SignalEvent fact) {

        static final Comparator<Row> WHAT_COUNTS =
                Comparator.comparing((Row row) -> row.fact().revisionNumber()).thenComparing(Row::retracted);

        boolean retracted() {
            return fact instanceof SignalRetracted;
        }

        Optional<SignalSeen> seen() {
            return fact instanceof SignalSeen seen ? Optional.of(seen) : Optional.empty();
        }

        SignalKind kind() {
            return fact instanceof SignalSeen seen ? seen.kind() : SignalKind.OTHER;
        }

        String title() {
            return fact instanceof SignalSeen seen ? seen.title() : null;
        }

        Instant happenedAt() {
            return fact instanceof SignalSeen seen && seen.publishedAt() != null ? seen.publishedAt() : seenAt();
        }

        /** A retraction does not say when its signal was seen, and nothing asks. */
        Instant seenAt() {
            return fact instanceof SignalSeen seen ? seen.seenAt() : ((SignalRetracted) fact).retractedAt();
        }
    }
}
