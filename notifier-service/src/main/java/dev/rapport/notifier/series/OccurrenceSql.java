package dev.rapport.notifier.series;

/** The statements that change series and their occurrences, many at once. */
final class OccurrenceSql {

    static final String PASS_BY = """
            update reminder r set state = 'resolved', closed_at = clock.now, updated_at = clock.now, version = r.version + 1
            from unnest(?::text[], ?::uuid[]) as over (workspace_id, id), (select ?::timestamptz as now) as clock
            where r.workspace_id = over.workspace_id and r.id = over.id""";

    static final String MOVE = """
            update reminder r set cause = new.cause, due_at = new.due_at, latest_at = new.latest_at,
                occurrence_date = new.date::date, local_at = new.local_at::timestamp,
                wake_at = case r.state when 'scheduled' then new.due_at else r.wake_at end,
                updated_at = clock.now, version = r.version + 1
            from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as new (workspace_id, id, cause, date, local_at, due_at, latest_at),
                (select ?::timestamptz as now) as clock
            where r.workspace_id = new.workspace_id and r.id = new.id""";

    static final String INSERT = """
            insert into reminder (workspace_id, id, contact_id, owner, kind, state, cause, reason, note, series_id,
                occurrence_date, local_at, due_at, latest_at, wake_at, created_at, updated_at)
            select workspace_id, id, contact_id, owner, 'manual', 'scheduled', cause, reason, note, series_id,
                date::date, local_at::timestamp, due_at, latest_at, due_at, now, now
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::timestamptz[], ?::timestamptz[])
                    as new (workspace_id, id, contact_id, owner, reason, note, series_id, cause, date, local_at, due_at,
                        latest_at),
                (select ?::timestamptz as now) as clock""";

    static final String ADVANCE = """
            update reminder_series q set last_date = new.date::date
            from unnest(?::text[], ?::uuid[], ?::text[]) as new (workspace_id, id, date)
            where q.workspace_id = new.workspace_id and q.id = new.id and q.last_date <> new.date::date""";

    static final String END = """
            update reminder_series q set ended_at = clock.now
            from unnest(?::text[], ?::uuid[]) as over (workspace_id, id), (select ?::timestamptz as now) as clock
            where q.workspace_id = over.workspace_id and q.id = over.id""";

    private OccurrenceSql() {}
}
