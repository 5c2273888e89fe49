package dev.rapport.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.Problem;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Forgets what was answered about things that are erased. The keys stay: who repeats such a request is told 410, and does not
 * bring back what was erased.
 */
@ApplicationScoped
public class ForgetAnswers {

    /** Reads all answers that the workspace was given in 24 hours: erasures are rare, an index of words would be dear. */
    private static final String FORGET = """
            update idempotency_key set status = :status, headers = '{}', body = :body
            where workspace_id = :workspace and (body ~ :ids or headers::text ~ :ids)""";

    private final WorkspaceSql sql;
    private final ObjectMapper json;

    @Inject
    ForgetAnswers(WorkspaceSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Forgets every answer of the workspace that names one of these ids, in the transaction under way. */
    public void about(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var pattern = ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
        sql.update(FORGET, Map.of("status", ProblemType.GONE.status(), "body", gone(), "ids", pattern));
    }

    private String gone() {
        try {
            return json.writeValueAsString(
                    Problem.of(ProblemType.GONE, "What this request had done was erased since, its answer too."));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }
}
