package dev.rapport.contacts.erasure;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows which service has forgotten what. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "erasures")
class ErasuresResource {

    private static final String PAGE_EXAMPLE = "{\"items\": [" + ErasureView.EXAMPLE + "]}";

    @Inject
    Erasures erasures;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listErasures", summary = "List erasures", description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = ErasurePage.class),
                            examples = @ExampleObject(name = "one", value = PAGE_EXAMPLE)))
    public Page<ErasureView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return erasures.list(limit, cursor);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("contacts:read")
    @Operation(
            operationId = "getErasure",
            summary = "Read an erasure with its receipts",
            description = "It is complete when every service has said that it has forgotten everything.")
    @APIResponse(
            responseCode = "200",
            description = "The erasure",
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureView.class),
                            examples = @ExampleObject(name = "underWay", value = ErasureView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is no such erasure in your workspace")
    public ErasureView get(@PathParam("id") UUID id) {
        return erasures.require(id);
    }
}
