package dev.rapport.notifier.relevance;

import dev.rapport.events.Event;
import dev.rapport.events.RelevanceEvent;
import dev.rapport.events.RelevanceEvent.RelevanceChanged;
import dev.rapport.notifier.batch.Columns;
import dev.rapport.notifier.batch.Latest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps the newest snapshot of every tie, but for those to erased contacts. */
@ApplicationScoped
public class RelevanceBook {

    private static final String KEEP = """
            insert into relevance as kept (workspace_id, contact_id, version, removed, rank_key, half_life_s, kappa,
                peak_band, last_touch_at, drifts_at, told_at)
            select * from unnest(?::text[], ?::uuid[], ?::int8[], ?::bool[], ?::float8[], ?::float8[], ?::float8[],
                    ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                as told (workspace_id, contact_id, version, removed, rank_key, half_life_s, kappa, peak_band,
                    last_touch_at, drifts_at, told_at)
            where not exists (
                select from contact c
                where c.workspace_id = told.workspace_id and c.contact_id = told.contact_id
                    and c.erasure_id is not null)
            on conflict (workspace_id, contact_id) do update set
                version = excluded.version, removed = excluded.removed, rank_key = excluded.rank_key,
                half_life_s = excluded.half_life_s, kappa = excluded.kappa, peak_band = excluded.peak_band,
                last_touch_at = excluded.last_touch_at, drifts_at = excluded.drifts_at,
                told_at = excluded.told_at
            where kept.version < excluded.version""";

    /** Applies snapshots in any order, any number of times. */
    public void apply(Connection transaction, Collection<Event<RelevanceEvent>> events) throws SQLException {
        var rows =
                Latest.of(events, RelevanceEvent::version).stream().map(Row::of).toList();
        try (var keep = transaction.prepareStatement(KEEP)) {
            Columns.of(keep, rows)
                    .text(Row::workspace)
                    .uuid(Row::contactId)
                    .number(Row::version)
                    .flag(row -> row.changed().isEmpty())
                    .real(row -> row.get(RelevanceChanged::rankKey))
                    .real(row -> row.get(changed -> changed.halfLife().toMillis() / 1000.0))
                    .real(row -> row.get(RelevanceChanged::kappa))
                    .text(row -> row.get(changed -> changed.peakBand().json()))
                    .instant(row -> row.get(RelevanceBook::lastTouchAt))
                    .instant(row -> row.get(RelevanceChanged::driftsAt))
                    .instant(Row::toldAt)
                    .update();
        }
    }

    private static Instant lastTouchAt(RelevanceChanged changed) {
        return Stream.of(changed.lastOutboundAt(), changed.lastInboundAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private record Row(
            String workspace, UUID contactId, long version, Optional<RelevanceChanged> changed, Instant toldAt) {

        static Row of(Event<RelevanceEvent> event) {
            var changed =
                    event.data() instanceof RelevanceChanged it ? Optional.of(it) : Optional.<RelevanceChanged>empty();
            return new Row(
                    event.workspace(), event.data().contactId(), event.data().version(), changed, event.time());
        }

        <V> V get(Function<RelevanceChanged, V> field) {
            return changed.map(field).orElse(null);
        }
    }
}
