package dev.rapport.engagement.profile;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Cancels a version that is being built: the one that ranks goes on ranking, and what was built is swept up. */
@ApplicationScoped
class CancelVersion {

    static final String CANCEL_BUILDING = """
            update scoring_profile
            set state = 'cancelled', ended_at = :now::timestamptz, task = 'sweep', barrier = null, position = null,
                total = null, run = null, attempts = 0, lease_until = '-infinity'
            where workspace_id = :workspace and state = 'building'""";

    private final WorkspaceSql sql;
    private final Versions versions;
    private final Clock clock;

    @Inject
    CancelVersion(WorkspaceSql sql, Versions versions, Clock clock) {
        this.sql = sql;
        this.versions = versions;
        this.clock = clock;
    }

    /** Cancels it; nothing when it was cancelled before, 404 when there is none, 409 when it is too late. */
    @Transactional
    void cancel(int number) {
        int cancelled = sql.update(
                CANCEL_BUILDING + " and version = :version", Map.of("now", clock.instant(), "version", number));
        if (cancelled == 0 && versions.require(number).state() != Version.State.CANCELLED) {
            throw ApiException.of(
                    ProblemType.CONFLICT,
                    "Only a version that is being built can be cancelled. To go back, PUT the definition of an older one.");
        }
    }
}
