package dev.rapport.engagement.unmatched;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.sql.WorkspaceSql;
import dev.rapport.engagement.interaction.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Never offers an address, or an id, again. What comes from it is still stored and counted, only not offered: should a contact
 * with this address appear after all, it was added on purpose, so what waits for it attaches as ever.
 */
@ApplicationScoped
class IgnoreAddress {

    private static final String IGNORE = """
            insert into unmatched as u (workspace_id, name, wanted_contact_id, waiting, ignored_at)
            values (:workspace, :name, :contact::uuid, 0, :now)
            on conflict (workspace_id, name) do update set ignored_at = coalesce(u.ignored_at, excluded.ignored_at)""";

    private static final String OFFER = """
            update unmatched set ignored_at = null where workspace_id = :workspace and name = :name""";

    private static final String FORGET = """
            delete from unmatched
            where workspace_id = :workspace and name = :name and waiting = 0 and ignored_at is null""";

    private final WorkspaceSql sql;
    private final Clock clock;

    @Inject
    IgnoreAddress(WorkspaceSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Ignores from now on; nothing happens when that is so already. */
    @Idempotent
    Response ignore(Named named) {
        var parameters = new HashMap<String, Object>();
        parameters.put("name", named.text());
        parameters.put("contact", named.contactId());
        parameters.put("now", clock.instant().truncatedTo(ChronoUnit.MICROS));
        sql.update(IGNORE, parameters);
        return Response.noContent().build();
    }

    /** Offers again; nothing happens when it is not ignored. */
    @Transactional
    void offer(Named named) {
        sql.update(OFFER, Map.of("name", named.text()));
        sql.update(FORGET, Map.of("name", named.text()));
    }
}
