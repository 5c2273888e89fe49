package dev.rapport.engagement.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.interaction.Recorded;
import dev.rapport.imports.ImportJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What dry runs would have recorded, so that they count what an import would count where a file tells something twice. */
@ApplicationScoped
class Drafts {

    private static final String MET = """
            select d.source, d.external_id, d.told
            from jsonb_to_recordset(:drafts::jsonb) as k (source text, "externalId" text)
            cross join lateral (
                select * from engagement_import_draft d
                where d.workspace_id = :workspace and d.import_id = :import
                    and d.source = k.source and d.external_id = k."externalId"
                offset 0) d""";

    private static final String KEEP = """
            insert into engagement_import_draft (workspace_id, import_id, source, external_id, told)
            select :workspace, :import, source, "externalId", told
            from jsonb_to_recordset(:drafts::jsonb) as d (source text, "externalId" text, told uuid)
            on conflict (workspace_id, import_id, source, external_id) do update set told = excluded.told""";

    private final WorkspaceSql sql;
    private final ObjectMapper json;

    @Inject
    Drafts(WorkspaceSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Key(String source, String externalId) {}

    private record Draft(String source, String externalId, UUID told) {
        static Draft of(Recorded recorded) {
            var origin = recorded.interaction().origin();
            return new Draft(origin.source(), origin.externalId(), origin.told());
        }

        Key key() {
            return new Key(source, externalId);
        }
    }

    /** What would have become of these after what the same dry run would have recorded before. */
    List<Recorded> meet(ImportJob job, List<Recorded> thought) {
        if (thought.isEmpty()) {
            return thought;
        }
        var drafts = thought.stream().map(Draft::of).toList();
        var told = new HashMap<Key, UUID>();
        sql.list(
                        MET,
                        Map.of("import", job.id(), "drafts", write(drafts)),
                        row -> new Draft(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .forEach(it -> told.put(it.key(), it.told()));
        var met = new ArrayList<Recorded>();
        var last = new HashMap<Key, Draft>();
        for (int i = 0; i < thought.size(); i++) {
            var draft = drafts.get(i);
            var before = told.put(draft.key(), draft.told());
            met.add(before == null ? thought.get(i) : again(thought.get(i), before.equals(draft.told())));
            last.put(draft.key(), draft);
        }
        sql.update(KEEP, Map.of("import", job.id(), "drafts", write(last.values())));
        return met;
    }

    private static Recorded again(Recorded recorded, boolean isSame) {
        return new Recorded(recorded.interaction(), isSame ? Recorded.Outcome.UNCHANGED : Recorded.Outcome.UPDATED);
    }

    private String write(Collection<Draft> drafts) {
        try {
            return json.writeValueAsString(drafts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text are writable", e);
        }
    }
}
