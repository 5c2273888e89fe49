package dev.rapport.api.openapi;

import dev.rapport.api.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds to every operation what is true of all: the bearer token, and the problems that any request can meet. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String PROBLEM_SCHEMA = "Problem";

    private static final Map<String, String> ANSWERS = Map.of(
            "400", "The request is not valid; `violations` names the fields.",
            "401", "No valid bearer token.",
            "403", "The token lacks the scope or the workspace.",
            "413", "The body is too large.",
            "500", "A fault of the service; `traceId` names it.",
            "503", "The database does not answer; `Retry-After` says when to try again.");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("OIDC access token with the claims sub, workspace and scope."));
        document.setSecurity(null);
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        addProblemSchema(document);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(CommonAnswers::complete);
    }

    private static void complete(Operation operation) {
        ANSWERS.forEach((status, description) -> {
            if (!operation.getResponses().hasAPIResponse(status)
                    || operation.getResponses().getAPIResponse(status).getContent() == null) {
                operation.getResponses().addAPIResponse(status, problem(description));
            }
        });
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(problem(response.getDescription()).getContent());
            }
        });
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))));
    }

    private static void addProblemSchema(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null || !schemas.containsKey(PROBLEM_SCHEMA)) {
            document.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
        }
    }

    private static Schema problemSchema() {
        var violation = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", text("emails[1]"))
                .addProperty("message", text("must be an email address"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A problem (RFC 9457).")
                .addProperty("type", text("urn:rapport:problem:invalid-request"))
                .addProperty("title", text("Invalid request"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("emails[1] must be an email address"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation))
                .addProperty("traceId", text("5f0c3f1f6d2f4b1e8c1b1f2a3d4e5f60"));
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
