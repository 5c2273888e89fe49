package dev.rapport.contacts.importing;

import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.contacts.contact.DetailsJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an import is: told in the transaction of the contacts that it is about, and only as long as the run has the import.
 * Each call throws {@link LostRun} when it has not.
 */
@ApplicationScoped
class Progress {

    private static final String ADVANCE = """
            update contact_import
            set records = records + :records, created = created + :created, changed = changed + :changed,
                unchanged = unchanged + :unchanged, rejected = rejected + :rejected, faults = faults + :faults,
                problems = problems + :problems, bytes_read = greatest(bytes_read, :position), attempts = 0,
                revision = revision + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
            where workspace_id = :workspace and id = :id and run = :run
            returning problems - :problems as problems_before, cancelling""";

    private static final String KEEP_PROBLEMS = """
            insert into contact_import_problem (workspace_id, import_id, nr, line, field, message, rejected)
            select :workspace, :id, :before + p.nr, p.line, p.field, p.message, p.rejected
            from rows from (jsonb_to_recordset(:problems::jsonb) as (line bigint, field text, message text, rejected boolean))
                with ordinality as p (line, field, message, rejected, nr)
            where :before + p.nr <= :most""";

    private static final String STAY = """
            update contact_import set lease_until = clock_timestamp() + make_interval(secs => :lease)
            where workspace_id = :workspace and id = :id and run = :run
            returning cancelling""";

    private static final String END = """
            update contact_import
            set state = :state, failure = :failure::text, ended_at = :at, run = null, revision = revision + 1,
                bytes_read = case :state when 'done' then size else bytes_read end
            where workspace_id = :workspace and id = :id and run = :run""";

    private final WorkspaceSql sql;
    private final ImportConfig config;
    private final Clock clock;

    @Inject
    Progress(WorkspaceSql sql, ImportConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Adds what became of records.
     *
     * @param position how many bytes of the file are worked off
     * @return whether somebody has asked to stop
     */
    boolean advance(Run run, List<Outcome> outcomes, long position) {
        return advance(run, outcomes, List.of(), position);
    }

    /** Adds faults of records that are counted already. */
    boolean advance(Run run, List<ImportProblem> faults) {
        return advance(run, List.of(), faults, 0);
    }

    /** Says that the run is alive; returns whether somebody has asked to stop. */
    boolean stay(Run run) {
        var parameters = of(run);
        return sql.first(STAY, parameters, row -> row.getBoolean("cancelling")).orElseThrow(() -> new LostRun(run));
    }

    /** Ends the import; the failure is null unless it failed. */
    void end(Run run, ImportState state, String failure) {
        var parameters = of(run);
        parameters.put("state", state.json());
        parameters.put("failure", failure);
        parameters.put("at", clock.instant());
        if (sql.update(END, parameters) == 0) {
            throw new LostRun(run);
        }
    }

    private boolean advance(Run run, List<Outcome> outcomes, List<ImportProblem> late, long position) {
        var problems = new ArrayList<>(late);
        outcomes.forEach(outcome -> outcome.faults().stream()
                .map(fault -> ImportProblem.of(fault, outcome.kind() == Outcome.Kind.REJECTED))
                .forEach(problems::add));
        var parameters = of(run);
        parameters.put("records", outcomes.size());
        for (var kind : Outcome.Kind.values()) {
            parameters.put(
                    kind.column(),
                    outcomes.stream().filter(it -> it.kind() == kind).count());
        }
        parameters.put("faults", problems.stream().filter(it -> !it.rejected()).count());
        parameters.put("problems", problems.size());
        parameters.put("position", position);
        var row = sql.first(ADVANCE, parameters, it -> new Advanced(it.getLong(1), it.getBoolean(2)))
                .orElseThrow(() -> new LostRun(run));
        keep(run, problems, row.problemsBefore());
        return row.isCancelled();
    }

    private void keep(Run run, List<ImportProblem> problems, long before) {
        if (!problems.isEmpty() && before < config.problems()) {
            sql.update(
                    KEEP_PROBLEMS,
                    Map.of(
                            "id", run.job().id(),
                            "before", before,
                            "most", config.problems(),
                            "problems", DetailsJson.write(problems)));
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
