package dev.rapport.contacts.archive;

import dev.rapport.api.security.CurrentMember;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives a workspace all that it has here. */
@Path("/v1/workspace/archive")
@Produces(ArchiveResource.ZIP)
@Tag(name = "workspace")
class ArchiveResource {

    static final String ZIP = "application/zip";

    @Inject
    WriteArchive archive;

    @Inject
    CurrentMember member;

    @GET
    @PermissionsAllowed("workspace:admin")
    @Operation(
            operationId = "archiveWorkspace",
            summary = "Download the whole workspace",
            description = "One ZIP: contacts, circles, custom fields, histories, merges and erasures as NDJSON, and all"
                    + " photos under their SHA-256. The last entry, manifest.json, counts the rest: an archive without"
                    + " it is not whole. Needs the scope `workspace:admin`.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            headers = @Header(name = "Content-Disposition", description = "A name for the file"),
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get() {
        StreamingOutput zip = archive::to;
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + member.workspace() + ".zip\"")
                .build();
    }
}
