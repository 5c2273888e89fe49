package dev.rapport.contacts.exporting;

import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.contacts.contact.ContactFilter;
import dev.rapport.contacts.format.ContactFormat;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives contacts out as files. */
@Path("/v1/contact-exports")
@Tag(name = "exports")
class ExportResource {

    private static final String WHAT = """
            Streams all contacts that pass the filters of the list, oldest first, in the format of `format` or of the Accept \
            header. Circles go by their names, introducers by their uids, photos with their bytes; \
            `POST /v1/contact-imports` reads it all back. A connection that ends before the file does means that the export \
            has failed. `sort`, `fields`, `total`, `limit` and `cursor` have no effect here.""";

    @Inject
    ExportContacts exportContacts;

    @Inject
    Clock clock;

    @GET
    @Produces({"text/vcard", "text/csv", "application/jscontact+json", "application/x-ndjson"})
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "exportContacts", summary = "Export contacts as a file", description = WHAT)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers = @Header(name = "Content-Disposition", description = "A name for the file"),
            content = {
                @Content(
                        mediaType = "text/vcard",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ExportExamples.VCARD)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ExportExamples.CSV)),
                @Content(
                        mediaType = "application/jscontact+json",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ExportExamples.JSCONTACT)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "one", value = ExportExamples.NDJSON))
            })
    public Response export(
            @QueryParam("format")
                    @Parameter(
                            description = "`vcard`, `csv`, `jscontact` or `ndjson`; without it the Accept header tells,"
                                    + " and without that it is vCard 4")
                    @Pattern(regexp = "vcard|csv|jscontact|ndjson", message = "must be vcard, csv, jscontact or ndjson")
                    String format,
            @Valid @BeanParam ContactFilter filter,
            @Context Request request) {
        var wanted = format == null ? accepted(request) : ContactFormat.valueOf(format.toUpperCase(Locale.ROOT));
        var first = exportContacts.first(filter);
        StreamingOutput file = out -> exportContacts.write(first, filter, wanted, out);
        var name = "contacts-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + wanted.fileExtension();
        return Response.ok(file, MediaType.valueOf(wanted.mediaType()).withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static ContactFormat accepted(Request request) {
        var variants = Arrays.stream(ContactFormat.values())
                .map(it -> new Variant(MediaType.valueOf(it.mediaType()), (Locale) null, null))
                .toList();
        var variant = request.selectVariant(variants);
        if (variant == null) {
            throw ApiException.of(ProblemType.NOT_ACCEPTABLE, "Accept one of the formats, or name one with ?format=.");
        }
        return ContactFormat.of(variant.getMediaType().toString()).orElseThrow();
    }
}
