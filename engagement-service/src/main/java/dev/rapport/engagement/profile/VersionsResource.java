package dev.rapport.engagement.profile;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(ProfileResource.PATH + "/versions")
@Tag(name = "Scoring profile")
@Produces(MediaType.APPLICATION_JSON)
class VersionsResource {

    private static final String UNKNOWN = "There is no such version in your workspace.";

    @Inject
    Versions versions;

    @Inject
    CancelVersion cancel;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listScoringProfileVersions",
            summary = "All versions that were asked for or chosen, the newest first",
            description = "Version 0, the default, is not among them.")
    public Page<VersionView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return versions.newest(limit, cursor).map(VersionView::of);
    }

    @GET
    @Path("/{version}")
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getScoringProfileVersion",
            summary = "One version, with its progress",
            description = "Version 0, the default, is there while it is the active one.")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content =
                    @Content(
                            schema = @Schema(implementation = VersionView.class),
                            examples = @ExampleObject(name = "building", value = ProfileExamples.VERSION)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public VersionView get(@PathParam("version") @Parameter(description = "Its number.", example = "3") int version) {
        return VersionView.of(versions.require(version));
    }

    @DELETE
    @Path("/{version}")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "cancelScoringProfileVersion",
            summary = "Cancel a version that is being built",
            description = "The active one goes on ranking. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Cancelled, now or before.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "It is not being built any more.")
    public void delete(@PathParam("version") @Parameter(description = "Its number.", example = "3") int version) {
        cancel.cancel(version);
    }
}
