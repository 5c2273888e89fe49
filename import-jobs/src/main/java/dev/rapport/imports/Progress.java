package dev.rapport.imports;

import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far an import is: told in the transaction of the records that it is about, and only as long as the run has the import.
 * Each call throws {@link LostRun} when it has not.
 */
@ApplicationScoped
class Progress {

    private static final String ADVANCE = """
            update %s
            set records = records + :records, %s, faults = faults + :faults,
                problems = problems + :problems, bytes_read = greatest(bytes_read, :position), attempts = 0,
                revision = revision + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
            where workspace_id = :workspace and id = :id and run = :run
            returning problems - :problems as problems_before, cancelling""";

    private static final String KEEP_PROBLEMS = """
            insert into %s (workspace_id, import_id, nr, line, field, message, rejected)
            select :workspace, :id, :before + p.nr, p.line, p.field, p.message, p.rejected
            from rows from (jsonb_to_recordset(:problems::jsonb) as (line bigint, field text, message text, rejected boolean))
                with ordinality as p (line, field, message, rejected, nr)
            where :before + p.nr <= :most""";

    private static final String STAY = """
            update %s set lease_until = clock_timestamp() + make_interval(secs => :lease)
            where workspace_id = :workspace and id = :id and run = :run
            returning cancelling""";

    private static final String END = """
            update %s
            set state = :state, failure = :failure::text, ended_at = :at, run = null, revision = revision + 1,
                bytes_read = case :state when 'done' then size else bytes_read end
            where workspace_id = :workspace and id = :id and run = :run""";

    private final WorkspaceSql sql;
    private final ImportNames names;
    private final String advance;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    Progress(WorkspaceSql sql, ImportKind<?> kind, ImportConfig config, Clock clock) {
        this.sql = sql;
        this.names = kind.names();
        this.advance = ADVANCE.formatted(
                names.table(),
                names.counters().stream()
                        .map(it -> it + " = " + it + " + :" + it)
                        .collect(Collectors.joining(", ")));
        this.config = config;
        this.clock = clock;
    }

    /**
     * Adds what became of records.
     *
     * @param records how many
     * @param position how many bytes of the file are worked off
     * @return whether somebody has asked to stop
     */
    boolean advance(Run run, long records, Landed landed, long position) {
        var parameters = of(run);
        parameters.put("records", records);
        names.counters().forEach(it -> parameters.put(it, landed.counts().getOrDefault(it, 0L)));
        parameters.put(
                "faults",
                landed.problems().stream().filter(it -> !it.rejected()).count());
        parameters.put("problems", landed.problems().size());
        parameters.put("position", position);
        var row = sql.first(advance, parameters, it -> new Advanced(it.getLong(1), it.getBoolean(2)))
                .orElseThrow(() -> new LostRun(run));
        keep(run, landed.problems(), row.problemsBefore());
        return row.isCancelled();
    }

    /** Says that the run is alive; returns whether somebody has asked to stop. */
    boolean stay(Run run) {
        var parameters = of(run);
        return sql.first(STAY.formatted(names.table()), parameters, row -> row.getBoolean("cancelling"))
                .orElseThrow(() -> new LostRun(run));
    }

    /** Ends the import; the failure is null unless it failed. */
    void end(Run run, ImportState state, String failure) {
        var parameters = of(run);
        parameters.put("state", state.json());
        parameters.put("failure", failure);
        parameters.put("at", clock.instant());
        if (sql.update(END.formatted(names.table()), parameters) == 0) {
            throw new LostRun(run);
        }
    }

    private void keep(Run run, List<ImportProblem> problems, long before) {
        if (!problems.isEmpty() && before < config.problems()) {
            sql.update(
                    KEEP_PROBLEMS.formatted(names.problems()),
                    Map.of(
                            "id", run.job().id(),
                            "before", before,
                            "most", config.problems(),
                            "problems", StoredJson.write(problems)));
        }
    }

    private Map<String, Object> of(Run run) {
        var parameters = new HashMap<String, Object>();
        parameters.put("id", run.job().id());
        parameters.put("run", run.id());
        parameters.put("lease", (double) config.lease().toSeconds());
        return parameters;
    }

    private record Advanced(long problemsBefore, boolean isCancelled) {}
}
