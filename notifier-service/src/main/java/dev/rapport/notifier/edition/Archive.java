package dev.rapport.notifier.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.paging.Cursor;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.notifier.edition.content.Edition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The calling member's published editions. */
@ApplicationScoped
class Archive {

    private static final String LIST = "editions:newest";

    private static final String FIND = """
            select content from edition
            where workspace_id = :workspace and member = :member and local_date = :date""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    ObjectMapper json;

    /** One page, newest first. */
    Page<EditionSummary> page(int limit, String cursor) {
        var before = Cursor.read(LIST, cursor, key -> LocalDate.parse(key.get(0)));
        var parameters = new HashMap<String, Object>(Map.of("member", member.id(), "rows", limit + 1));
        before.ifPresent(date -> parameters.put("before", date));
        var query = EditionSummary.SELECT
                + (before.isPresent() ? " and local_date < :before" : "")
                + " order by local_date desc limit :rows";
        return Page.of(sql.list(query, parameters, EditionSummary::read), limit, last -> Cursor.of(LIST, last.date()));
    }

    /** The edition of a local date; 404 where there is none. */
    Edition require(LocalDate date) {
        return sql.first(FIND, Map.of("member", member.id(), "date", date), row -> row.getString("content"))
                .map(this::edition)
                .orElseThrow(() -> ApiException.of(ProblemType.NOT_FOUND, "You have no edition of this date."));
    }

    private Edition edition(String content) {
        try {
            return json.readValue(content, Edition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
