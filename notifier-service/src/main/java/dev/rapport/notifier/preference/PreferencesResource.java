package dev.rapport.notifier.preference;

import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's own preferences. */
@Path("/v1/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Preferences", description = "How the calling member wants to be reminded")
class PreferencesResource {

    private static final String FIND = "select " + Preferences.COLUMNS
            + " from preference p where p.workspace_id = :workspace and p.member = :member";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    ChangePreferences change;

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getPreferences", summary = "Your preferences, or the defaults")
    public Preferences get() {
        return sql.first(FIND, Map.of("member", member.id()), Preferences::read).orElse(Preferences.DEFAULT);
    }

    @PUT
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "putPreferences",
            summary = "Replace your preferences",
            description = "Every reminder that is still to come is planned anew by them, before this answers.")
    public Preferences put(@Valid @NotNull NewPreferences body) throws SQLException {
        return change.change(body.toPreferences());
    }
}
