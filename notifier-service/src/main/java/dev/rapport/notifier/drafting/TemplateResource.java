package dev.rapport.notifier.drafting;

import dev.rapport.api.paging.Page;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.ProblemType;
import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Language;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lines by which is drafted what members send. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Templates", description = "The lines that reminders draft for you to send; the same for your workspace")
class TemplateResource {

    @Inject
    Templates templates;

    /** A line of the workspace's own. */
    record NewTemplate(
            @Schema(
                    description =
                            "May name {{firstName}}, {{name}}, {{title}}, {{organization}} and, of what there is to"
                                    + " congratulate on, {{occasion}}. A part in [brackets] is left out when what it names is not"
                                    + " known.",
                    examples = "Happy birthday[, {{firstName}}]!")
            @NotBlank
            @Size(max = 1000)
            String text) {}

    @GET
    @PermissionsAllowed("notifier:read")
    @Operation(
            operationId = "listTemplates",
            summary = "The templates of every kind and language",
            description = "All of them, on one page: your workspace's own, and Rapport's where there is none.")
    public Page<TemplateView> list() {
        return new Page<>(templates.all(), null, null);
    }

    @GET
    @Path("/{kind}/{language}")
    @PermissionsAllowed("notifier:read")
    @Operation(operationId = "getTemplate", summary = "The template of a kind in a language")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(responseCode = "304", description = "It is as your If-None-Match says.")
    @APIResponse(responseCode = "404", description = "There is no such kind or language.")
    public Response get(
            @Parameter(schema = @Schema(implementation = ReminderKind.class)) @PathParam("kind") String kind,
            @Parameter(schema = @Schema(implementation = Language.class)) @PathParam("language") String language,
            @Context Request request) {
        var view = templates.get(kind(kind), language(language));
        var tag = new EntityTag(view.etag());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view).tag(tag) : unchanged.tag(tag)).build();
    }

    @PUT
    @Path("/{kind}/{language}")
    @PermissionsAllowed("notifier:write")
    @Operation(
            operationId = "putTemplate",
            summary = "Set your workspace's own template",
            description = "All drafts of this kind and language are made by it from now on.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(responseCode = "404", description = "There is no such kind or language.")
    public TemplateView put(
            @Parameter(schema = @Schema(implementation = ReminderKind.class)) @PathParam("kind") String kind,
            @Parameter(schema = @Schema(implementation = Language.class)) @PathParam("language") String language,
            @Valid @NotNull NewTemplate body) {
        return templates.put(kind(kind), language(language), body.text());
    }

    @DELETE
    @Path("/{kind}/{language}")
    @PermissionsAllowed("notifier:write")
    @Operation(operationId = "deleteTemplate", summary = "Go back to Rapport's template")
    @APIResponse(responseCode = "204", description = "Rapport's is in use.")
    @APIResponse(responseCode = "404", description = "There is no such kind or language.")
    public void delete(
            @Parameter(schema = @Schema(implementation = ReminderKind.class)) @PathParam("kind") String kind,
            @Parameter(schema = @Schema(implementation = Language.class)) @PathParam("language") String language) {
        templates.forget(kind(kind), language(language));
    }

    private static ReminderKind kind(String json) {
        return Arrays.stream(ReminderKind.values())
                .filter(kind -> kind.json().equals(json))
                .findFirst()
                .orElseThrow(() -> unknown("There is no such kind of reminders. It is one of keep_in_touch, drifting,"
                        + " reply_owed, follow_up, congratulate, birthday, manual."));
    }

    private static Language language(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown("There are templates in en and de only."));
    }

    private static ApiException unknown(String detail) {
        return ApiException.of(ProblemType.NOT_FOUND, detail);
    }
}
