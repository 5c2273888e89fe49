package dev.rapport.engagement.signal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/signals/batch")
@Tag(name = "Signals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SignalBatchResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    RecordOnce once;

    @POST
    @PermissionsAllowed("engagement:write")
    @Operation(
            operationId = "addSignals",
            summary = "Tell of up to 1,000 signals",
            description = "Good items are stored together; bad ones are listed with what is wrong with them.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SignalBatch.class),
                            examples = @ExampleObject(name = "one", value = SignalExamples.BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One result per item.",
            content = @Content(schema = @Schema(implementation = SignalResults.class)))
    @APIResponse(responseCode = "409", description = "The first request with this key is still running.")
    @APIResponse(responseCode = "422", description = "This key came with a different request before.")
    public Response addAll(
            @Valid @NotNull SignalBatch body,
            @HeaderParam(KEY) @Parameter(description = "Kept for 24 hours.") String key)
            throws SQLException {
        return once.all(body);
    }
}
