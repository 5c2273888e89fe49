package dev.rapport.engagement.importing;

import dev.rapport.api.idempotency.Idempotent;
import dev.rapport.api.paging.Page;
import dev.rapport.imports.ImportJob;
import dev.rapport.imports.ImportProblem;
import dev.rapport.imports.ImportWatchers;
import dev.rapport.imports.Imports;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells of one import, and stops it. */
@Path(EngagementImports.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportResource {

    private static final String UNKNOWN = "There is no such import in your workspace";

    @Inject
    Imports imports;

    @Inject
    ImportWatchers watchers;

    @Inject
    IgnoredRecords ignored;

    @Inject
    EngagementImports kind;

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "getEngagementImport", summary = "Read how far an import is")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            headers = @Header(name = "ETag", description = "Changes with every step"),
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "running", value = ImportExamples.IMPORT)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response get(@PathParam("id") UUID id) {
        return answer(imports.require(id));
    }

    @GET
    @Path("/problems")
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listEngagementImportProblems",
            summary = "List the records that could not be used, and why",
            description = "The first 10,000 problems of an import are kept; its counts are of all.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = ImportPages.Problems.class),
                            examples = @ExampleObject(name = "one", value = ImportExamples.PROBLEMS)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Page<ImportProblem> problems(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return imports.problems(id, limit, cursor);
    }

    @GET
    @Path("/ignored")
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "listEngagementImportIgnored",
            summary = "List the sound records that were left out, and why",
            description =
                    "What says nothing of a tie: newsletters, mailing lists, meetings that were cancelled or are still"
                            + " to come, and so on. The first 10,000 of an import are kept; its counts are of all.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = ImportPages.Ignored.class),
                            examples = @ExampleObject(name = "one", value = ImportExamples.IGNORED)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Page<IgnoredRecord> ignored(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return ignored.list(imports.require(id).id(), limit, cursor);
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("engagement:read")
    @Operation(
            operationId = "watchEngagementImport",
            summary = "Follow an import",
            description = "Events `progress` with the import as it stands, then `end`. Each has an id: after a broken"
                    + " connection, `Last-Event-ID` leaves out what was seen.")
    @APIResponse(
            responseCode = "200",
            description = "The events, until the import is over",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "progress", value = ImportExamples.EVENTS)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public void events(
            @PathParam("id") UUID id,
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The id of the last event that was seen")
                    @Pattern(regexp = "[0-9]{1,18}", message = "must be the id of an event")
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        watchers.add(imports.require(id), lastEventId == null ? 0 : Long.parseLong(lastEventId), sink, sse);
    }

    @POST
    @Path("/cancel")
    @Idempotent
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "cancelEngagementImport",
            summary = "Stop an import",
            description = "It stops after the records under way; what is recorded stays.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "A request repeated with its key repeats the answer, not the effect; 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The import, which is cancelled or soon will be",
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "running", value = ImportExamples.IMPORT)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "The import is over")
    public Response cancel(@PathParam("id") UUID id) {
        return answer(imports.cancel(id));
    }

    private Response answer(ImportJob it) {
        return Response.ok(kind.view(it))
                .tag(new EntityTag(Long.toString(it.revision())))
                .build();
    }
}
