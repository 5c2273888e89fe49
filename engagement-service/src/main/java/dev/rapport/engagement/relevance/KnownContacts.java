package dev.rapport.engagement.relevance;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.profile.WorkspaceScoring;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Single contacts of the workspace, with their ties. */
@ApplicationScoped
class KnownContacts {

    private static final String ONE = """
        select d.workspace_id, d.contact_id, d.display_name, d.owner, coalesce(t.version, 0) as version,
            t.rank_key, t.last_at, t.last_id, coalesce(t.outbound, '-infinity') as outbound,
            coalesce(t.inbound, '-infinity') as inbound, coalesce(t.interactions, 0) as interactions,
            t.last_outbound_at, t.last_inbound_at, coalesce(t.peak_strength, 0) as peak_strength,
            t.generation, t.hot_key
        from directory_contact d
        left join tie t on t.workspace_id = d.workspace_id and t.contact_id = d.contact_id
            and t.generation = :generation
        where d.workspace_id = :workspace and d.contact_id = :contact and d.deleted_at is null\
        """;

    private static final String SURVIVOR = """
        select s.contact_id
        from directory_contact d
        join directory_contact s
            on s.workspace_id = :workspace and s.contact_id = d.survivor_id and s.deleted_at is null
        where d.workspace_id = :workspace and d.contact_id = :contact\
        """;

    /** RFC 9110, section 15.4.9. */
    private static final int PERMANENT_REDIRECT = 308;

    private final WorkspaceSql sql;

    @Inject
    KnownContacts(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * The contact, whether or not anything has happened yet; 308 to the one that stands for it when it was merged, 404 when
     * there is none.
     *
     * @param path of the resource asked for, with a %s for the contact
     */
    KnownContact require(WorkspaceScoring scoring, UUID contact, String path) {
        Optional<KnownContact> known =
                sql.first(ONE, Map.of("contact", contact, "generation", scoring.generation()), KnownContact::read);
        if (known.isEmpty()) {
            sql.first(SURVIVOR, Map.of("contact", contact), row -> row.getObject("contact_id", UUID.class))
                    .ifPresent(survivor -> {
                        throw new RedirectionException(Response.status(PERMANENT_REDIRECT)
                                .header(HttpHeaders.LOCATION, path.formatted(survivor))
                                .build());
                    });
        }
        return known.orElseThrow(() -> ApiException.notFound("contact"));
    }
}
