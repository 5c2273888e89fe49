package dev.rapport.notifier.edition;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling member's personal newspaper. */
@Path("/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Editions", description = "One short look a day")
class EditionResource {

    @Inject
    Editions editions;

    @GET
    @Path("/preview")
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "previewEdition",
            summary = "Your edition of today, as it stands now",
            description = "What is due, and what will be due before your day ends, within your daily cap.")
    public EditionView preview() {
        return editions.preview();
    }
}
