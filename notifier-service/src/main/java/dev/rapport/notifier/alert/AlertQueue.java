package dev.rapport.notifier.alert;

import dev.rapport.events.Direction;
import dev.rapport.events.Event;
import dev.rapport.events.InteractionEvent;
import dev.rapport.events.InteractionEvent.InteractionRecorded;
import dev.rapport.events.InteractionKind;
import dev.rapport.events.SignalEvent;
import dev.rapport.events.SignalEvent.SignalSeen;
import dev.rapport.notifier.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queues what may be an alert. Nothing is decided here: an answer, a retraction or the tie's new relevance may follow. */
@ApplicationScoped
public class AlertQueue {

    private static final String ADD = """
            insert into alert (workspace_id, cause, source_id, contact_id, happened_at, raise_at, created_at)
            select workspace_id, cause, source_id, contact_id, happened_at, raise_at, now
            from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                    as told (workspace_id, cause, source_id, contact_id, happened_at),
                (select ?::timestamptz as raise_at, ?::timestamptz as now) as clock
            where not exists (
                select from contact c
                where c.workspace_id = told.workspace_id and c.contact_id = told.contact_id
                    and c.erasure_id is not null)
            on conflict (workspace_id, cause) do update
            set contact_id = excluded.contact_id, happened_at = excluded.happened_at""";

    private final AlertConfig config;
    private final Clock clock;

    @Inject
    AlertQueue(AlertConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Queues the fresh ones of these signals, in the caller's transaction. */
    public void signals(Connection transaction, Collection<Event<SignalEvent>> events) throws SQLException {
        add(transaction, events.stream().flatMap(AlertQueue::signal));
    }

    /** Queues the fresh ones of these interactions that ask for an answer, in the caller's transaction. */
    public void interactions(Connection transaction, Collection<Event<InteractionEvent>> events) throws SQLException {
        add(transaction, events.stream().flatMap(AlertQueue::message));
    }

    private static Stream<Row> signal(Event<SignalEvent> event) {
        return event.data() instanceof SignalSeen seen
                ? Stream.of(new Row(
                        event.workspace(),
                        "signal:" + seen.signalId(),
                        seen.signalId(),
                        seen.contactId(),
                        Optional.ofNullable(seen.publishedAt()).orElse(seen.seenAt())))
                : Stream.empty();
    }

    private static Stream<Row> message(Event<InteractionEvent> event) {
        var fact = event.data();
        return fact instanceof InteractionRecorded
                        && fact.direction() == Direction.INBOUND
                        && fact.kind() != InteractionKind.PITCH
                        && fact.kind() != InteractionKind.NOTE
                ? Stream.of(new Row(
                        event.workspace(),
                        "touch:" + fact.interactionId(),
                        fact.interactionId(),
                        fact.contactId(),
                        fact.occurredAt()))
                : Stream.empty();
    }

    private void add(Connection transaction, Stream<Row> candidates) throws SQLException {
        var now = clock.instant();
        var since = now.minus(config.fresh());
        // One statement writes a row but once: of what one batch tells twice, the later telling.
        var fresh = candidates
                .filter(row -> row.happenedAt().isAfter(since))
                .collect(Collectors.toMap(
                        row -> List.of(row.workspace(), row.cause()), row -> row, (one, later) -> later));
        if (fresh.isEmpty()) {
            return;
        }
        try (var add = transaction.prepareStatement(ADD)) {
            Columns.of(add, List.copyOf(fresh.values()))
                    .text(Row::workspace)
                    .text(Row::cause)
                    .uuid(Row::sourceId)
                    .uuid(Row::contactId)
                    .instant(Row::happenedAt)
                    .update(now.plus(config.settle()), now);
        }
    }

    private record Row(String workspace, String cause, UUID sourceId, UUID contactId, Instant happenedAt) {}
}
