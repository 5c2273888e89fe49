package dev.rapport.engagement.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.paging.Page;
import dev.rapport.imports.AcceptImport;
import dev.rapport.imports.ImportJob;
import dev.rapport.imports.Imports;
import dev.rapport.imports.Uploads;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes files that tell of interactions in, and lists the imports that they become. */
@Path(EngagementImports.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportsResource {

    private static final String WHAT = """
            The body is the file as it is. It is stored, then worked off in the background, one import of a workspace after \
            the other: see `GET /v1/engagement-imports/{id}`. A record is recognised by its source and its id there \
            (the Message-ID, the UID of the event, or what it says): importing a file twice records nothing, and a record \
            that has changed updates its interaction. Good records are recorded; what is wrong with the others is listed as \
            problems, and what says nothing of a tie, such as newsletters, as ignored.""";

    @Inject
    Uploads uploads;

    @Inject
    AcceptImport acceptImport;

    @Inject
    Imports imports;

    @Inject
    IgnoredRecords ignored;

    @Inject
    OwnAddresses ownAddresses;

    @Inject
    ObjectMapper json;

    @POST
    @Consumes({
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "text/csv",
        "text/comma-separated-values",
        "text/tab-separated-values",
        "application/csv",
        "application/mbox",
        "message/rfc822",
        "message/global",
        "message/news",
        "text/calendar",
        "text/x-vcalendar",
        "application/ics",
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_OCTET_STREAM
    })
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "importEngagement",
            summary = "Import a mailbox, a calendar or a table of interactions",
            description = WHAT)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.NDJSON)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.CSV)),
                @Content(
                        mediaType = "application/mbox",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.MBOX)),
                @Content(
                        mediaType = "message/rfc822",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.EML)),
                @Content(
                        mediaType = "text/calendar",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "meeting", value = ImportExamples.ICS)),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "mbox", value = ImportExamples.MBOX))
            })
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "A request repeated with its key and its file repeats the answer, not the effect; 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "202",
            description = "The file has arrived; its import waits or runs",
            headers = @Header(name = "Location", description = "The URL of the import"),
            content =
                    @Content(
                            schema = @Schema(implementation = ImportView.class),
                            examples = @ExampleObject(name = "running", value = ImportExamples.IMPORT)))
    @APIResponse(responseCode = "409", description = "The first request with this Idempotency-Key is still running")
    @APIResponse(responseCode = "422", description = "This Idempotency-Key came with another request before")
    public Response add(
            @Valid @BeanParam ImportParameters parameters,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String mediaType,
            InputStream body) {
        var file = ReceivedFile.of(body);
        var settings = ownAddresses.complete(parameters.settings(file.format(parameters, mediaType), json));
        var upload = uploads.store(file.content(), settings);
        try {
            ownAddresses.remember(settings);
            return acceptImport.accept(upload);
        } finally {
            uploads.discard(upload.id());
        }
    }

    @GET
    @PermissionsAllowed("engagement:read")
    @Operation(operationId = "listEngagementImports", summary = "List imports, newest first; they are kept for 90 days")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = ImportPages.Imports.class),
                            examples = @ExampleObject(name = "one", value = ImportExamples.IMPORTS)))
    public Page<ImportView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        var page = imports.list(limit, cursor);
        var reasons = ignored.byReason(page.items().stream().map(ImportJob::id).toList());
        return page.map(it -> ImportView.of(it, reasons));
    }
}
