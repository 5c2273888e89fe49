package dev.rapport.engagement.interaction;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The workspace's stored interactions. Those of a deleted contact are as absent as the contact. */
@ApplicationScoped
class Interactions {

    private static final String FIND = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.id = :id and (i.contact_id is null or exists (
                select from directory_contact d
                left join directory_contact s on s.workspace_id = :workspace and s.contact_id = d.survivor_id
                where d.workspace_id = :workspace and d.contact_id = i.contact_id
                  and coalesce(d.owner, s.owner) is not null))""";

    private static final String OCCASION = """
            select i.* from interaction i
            where i.workspace_id = :workspace and i.occasion_id = :occasion and i.occasion_id is not null""";

    private final WorkspaceSql sql;

    @Inject
    Interactions(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** An interaction that may have been retracted; 404 when there is none. */
    Interaction requireEvenRetracted(UUID id) {
        return sql.first(FIND, Map.of("id", id), InteractionRow::read)
                .orElseThrow(() -> ApiException.notFound("interaction"));
    }

    /** An interaction; 404 when there is none or it was retracted. */
    Interaction require(UUID id) {
        var interaction = requireEvenRetracted(id);
        if (interaction.isRetracted()) {
            throw ApiException.notFound("interaction");
        }
        return interaction;
    }

    /** An interaction's occasion as it is, in which other participants may have been erased; 404 as for the interaction. */
    Interaction requireOccasion(UUID id) {
        var interaction = require(id);
        if (interaction.occasionId() == null) {
            return interaction;
        }
        var rows = sql.list(OCCASION, Map.of("occasion", interaction.occasionId()), InteractionRow::read);
        return Occasions.assembled(rows).stream()
                .filter(occasion -> occasion.row(id).isPresent())
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("interaction"));
    }
}
