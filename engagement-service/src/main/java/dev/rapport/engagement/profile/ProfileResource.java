package dev.rapport.engagement.profile;

import dev.rapport.api.precondition.IfMatch;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(ProfileResource.PATH)
@Tag(name = "Scoring profile", description = "What the workspace means by a strong tie.")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProfileResource {

    static final String PATH = "/v1/scoring-profile";
    private static final String IF_MATCH = "If-Match";
    private static final String TAG = "The active version and, after a dash, the one that is being built";

    @Inject
    Versions versions;

    @Inject
    ReplaceProfile replace;

    @Inject
    DryRun dryRun;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "getScoringProfile",
            summary = "The profile that ranks and, at times, the one that is being built",
            description = "With an explanation in words and, of an adaptive one, the rhythm of each member.")
    @APIResponse(
            responseCode = "200",
            description = "The profile.",
            headers = @Header(name = "ETag", description = TAG),
            content =
                    @Content(
                            schema = @Schema(implementation = ProfileView.class),
                            examples = @ExampleObject(name = "building", value = ProfileExamples.PROFILE)))
    public Response get() {
        var current = versions.current();
        return Response.ok(ProfileView.of(current)).tag(current.tag()).build();
    }

    @PUT
    @PermissionsAllowed("engagement:write")
    @Operation(operationId = "replaceScoringProfile", summary = "Ask for another profile", description = """
                    It is built in the background from the stored interactions while the active one goes on ranking, and \
                    takes over at once when it is whole; Location says how far it is. One that is still being built is \
                    superseded. To go back, send the definition of an older version. Any member who may write may ask: \
                    nothing is lost by it, and every version names who asked.""")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewProfile.class),
                            examples = {
                                @ExampleObject(name = "ready", value = ProfileExamples.READY),
                                @ExampleObject(name = "own", value = ProfileExamples.OWN)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "This is the active profile already; one that was being built is cancelled.",
            content =
                    @Content(
                            schema = @Schema(implementation = VersionView.class),
                            examples = @ExampleObject(name = "active", value = ProfileExamples.VERSION)))
    @APIResponse(
            responseCode = "202",
            description = "It is being built.",
            headers = @Header(name = "Location", description = "The version, with its progress"),
            content =
                    @Content(
                            schema = @Schema(implementation = VersionView.class),
                            examples = @ExampleObject(name = "building", value = ProfileExamples.VERSION)))
    @APIResponse(responseCode = "400", description = "Fields are out of their ranges: `violations` names each.")
    @APIResponse(responseCode = "412", description = "Another is active, or being built, than you know of.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response put(
            @HeaderParam(IF_MATCH) @Parameter(description = "The ETag of the profile as you know it", example = "\"3\"")
                    String ifMatch,
            @Valid @NotNull NewProfile body) {
        var version = replace.replace(body.definition(), IfMatch.required(ifMatch));
        var status = version.state() == Version.State.BUILDING ? Response.Status.ACCEPTED : Response.Status.OK;
        return Response.status(status)
                .header(HttpHeaders.LOCATION, PATH + "/versions/" + version.number())
                .entity(VersionView.of(version))
                .build();
    }

    @POST
    @Path("/dry-run")
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "tryScoringProfile",
            summary = "Who would move, and how, under another profile",
            description = "Computed from the stored interactions of the contacts that rank first now. Nothing changes.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewProfile.class),
                            examples = {
                                @ExampleObject(name = "ready", value = ProfileExamples.READY),
                                @ExampleObject(name = "own", value = ProfileExamples.OWN)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "Ranks and scores before and after.",
            content =
                    @Content(
                            schema = @Schema(implementation = Trial.class),
                            examples = @ExampleObject(name = "trial", value = ProfileExamples.TRIAL)))
    @APIResponse(responseCode = "400", description = "Fields are out of their ranges: `violations` names each.")
    public Trial tryOut(
            @QueryParam("contacts")
                    @DefaultValue("500")
                    @Min(1)
                    @Max(2000)
                    @Parameter(description = "How many contacts to look at.")
                    int contacts,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "How many of them to tell of one by one.")
                    int limit,
            @Valid @NotNull NewProfile body)
            throws SQLException {
        return dryRun.run(body.definition(), contacts, limit);
    }

    @GET
    @Path("/presets")
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "listScoringProfilePresets", summary = "Ready profiles, with a sentence each")
    public PresetView.Presets presets() {
        return PresetView.Presets.all();
    }
}
