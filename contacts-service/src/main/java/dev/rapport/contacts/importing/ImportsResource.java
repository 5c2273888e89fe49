package dev.rapport.contacts.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.contact.CircleTerms;
import dev.rapport.imports.AcceptImport;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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

/** Takes files of contacts in, and lists the imports that they become. */
@Path("/v1/contact-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
class ImportsResource {

    private static final String WHAT = """
            The body is the file as it is. It is stored, then worked off in the background, one import of a workspace after \
            the other: see `GET /v1/contact-imports/{id}`. A record is recognised by its uid, by an address together with \
            the name, or by saying exactly what an earlier one said; importing a file twice changes nothing. Good records \
            land; what is wrong with the others is listed as problems.""";

    @Inject
    Uploads uploads;

    @Inject
    AcceptImport acceptImport;

    @Inject
    Imports imports;

    @Inject
    CircleTerms.Book circles;

    @Inject
    ObjectMapper json;

    @POST
    @Consumes({
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/csv",
        "text/comma-separated-values",
        "text/tab-separated-values",
        "application/csv",
        "application/jscontact+json",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @PermissionsAllowed("contacts:write")
    @Operation(operationId = "importContacts", summary = "Import a file of contacts", description = WHAT)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/vcard",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.VCARD)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "linkedin", value = ImportExamples.CSV)),
                @Content(
                        mediaType = "application/jscontact+json",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.JSCONTACT)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ImportExamples.NDJSON)),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "vcard", value = ImportExamples.VCARD))
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
    public Response add(@Valid @BeanParam ImportParameters parameters, @Context HttpHeaders headers, InputStream body) {
        var settings = parameters.settings(headers.getMediaType(), json);
        if (!circles.held(settings.circles()).keySet().containsAll(settings.circles())) {
            throw ApiException.invalid("circle", "must be circles of your workspace");
        }
        var upload = uploads.store(body, settings);
        try {
            return acceptImport.accept(upload);
        } finally {
            uploads.discard(upload.id());
        }
    }

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listContactImports", summary = "List imports, newest first; they are kept for 90 days")
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
        return imports.list(limit, cursor).map(ImportView::of);
    }
}
