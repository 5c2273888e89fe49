package dev.rapport.notifier.edition;

import dev.rapport.api.paging.Page;
import dev.rapport.notifier.edition.content.Edition;
import dev.rapport.notifier.edition.press.Preview;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's personal newspaper. */
@Path("/v1/editions")
@Blocking
@Tag(name = "Editions", description = "One short look a day")
class EditionResource {

    @Inject
    Archive archive;

    @Inject
    Preview preview;

    @Inject
    EditionAnswer answer;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "listEditions", summary = "Your past editions, newest first")
    public Page<EditionSummary> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") String cursor) {
        return archive.page(limit, cursor);
    }

    @GET
    @Path("/preview")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "previewEdition",
            summary = "Your edition of today, as it would be published now",
            description =
                    "What is due and what will be due before your day ends, within your daily cap; the news since your"
                            + " last edition; and, apart, noise. JSON, or a page when you accept text/html or ask for format=html.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Edition.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "It is as your If-None-Match says.")
    public Response preview(
            @Parameter(description = "json or html; by default as you accept", example = "json") @QueryParam("format")
                    EditionFormat format,
            @Context Request request)
            throws SQLException {
        return answer.of(preview.today(), format, request);
    }

    @GET
    @Path("/{date}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "getEdition",
            summary = "Your edition of one local date, as it was published",
            description = "JSON, or a page when you accept text/html or ask for format=html.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Edition.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "It is as your If-None-Match says.")
    @APIResponse(responseCode = "404", description = "You have no edition of this date.")
    public Response get(
            @Parameter(description = "The local day", example = "2026-06-01") @PathParam("date") LocalDate date,
            @Parameter(description = "json or html; by default as you accept", example = "json") @QueryParam("format")
                    EditionFormat format,
            @Context Request request) {
        return answer.of(archive.require(date), format, request);
    }
}
