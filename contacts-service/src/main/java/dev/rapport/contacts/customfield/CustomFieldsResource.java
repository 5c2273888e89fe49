package dev.rapport.contacts.customfield;

import dev.rapport.api.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists, defines and removes custom fields. */
@Path("/v1/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "custom fields")
class CustomFieldsResource {

    private static final String KEY_RULE = "must be a small letter, then up to 49 letters, digits or _";
    private static final String FIELD = """
            {"key": "tier", "name": "Tier", "type": "choice", "choices": ["gold", "silver"]}""";
    private static final String FIELDS = "{\"items\": [" + FIELD + "]}";
    private static final String NEW_FIELD = """
            {"name": "Tier", "type": "choice", "choices": ["gold", "silver"]}""";

    @Inject
    CustomFields fields;

    @Inject
    DefineCustomFields define;

    @Inject
    RemoveCustomField remove;

    @GET
    @PermissionsAllowed("contacts:read")
    @Operation(operationId = "listCustomFields", summary = "List custom fields by key")
    @APIResponse(
            responseCode = "200",
            description = "One page; `next` and the Link header lead to the following one",
            headers = @Header(name = "Link", description = "The next page, rel=\"next\""),
            content =
                    @Content(
                            schema = @Schema(implementation = CustomField.Listed.class),
                            examples = @ExampleObject(name = "one", value = FIELDS)))
    public Page<CustomField> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX) int limit,
            @QueryParam("cursor") @Parameter(description = "`next` of an earlier page") String cursor) {
        return fields.list(limit, cursor);
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "putCustomField",
            summary = "Create or change a custom field",
            description =
                    "A workspace has at most 200. Another name and more choices are always possible; another type,"
                            + " or fewer choices, while all values in use fit.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewCustomField.class),
                            examples = @ExampleObject(name = "choice", value = NEW_FIELD)))
    @APIResponse(
            responseCode = "200",
            description = "The field as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomField.class),
                            examples = @ExampleObject(name = "choice", value = FIELD)))
    @APIResponse(
            responseCode = "201",
            description = "The field was created",
            content =
                    @Content(
                            schema = @Schema(implementation = CustomField.class),
                            examples = @ExampleObject(name = "choice", value = FIELD)))
    @APIResponse(
            responseCode = "409",
            description = "Contacts have values that would not fit: `detail` says how many; or there are 200 fields")
    public Response put(
            @PathParam("key")
                    @Pattern(regexp = CustomFields.KEY, message = KEY_RULE)
                    @Parameter(description = "The key in `customFields`", example = "tier")
                    String key,
            @Valid @NotNull NewCustomField body) {
        var field = body.as(key);
        boolean isNew = define.put(field);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(field)
                .build();
    }

    @DELETE
    @Path("/{key}")
    @PermissionsAllowed("contacts:write")
    @Operation(
            operationId = "deleteCustomField",
            summary = "Remove a custom field",
            description = "Its values are removed from all contacts.")
    @APIResponse(responseCode = "204", description = "The field is gone, and all its values")
    @APIResponse(responseCode = "404", description = "There is no such field in your workspace")
    public void delete(
            @PathParam("key")
                    @Pattern(regexp = CustomFields.KEY, message = KEY_RULE)
                    @Parameter(description = "The key in `customFields`", example = "tier")
                    String key) {
        remove.remove(key);
    }
}
