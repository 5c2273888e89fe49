package dev.rapport.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes a service's document, so that resources tell only what is particular to them. What a resource does tell, for
 * example an example, stays as it is. The order of everything is stable: the document is committed.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CompleteDocument implements OASFilter {

    private static final String BEARER = "bearer";
    private static final Map<String, String> PARAMETERS = Map.of(
            "limit", "How many items a page has at most",
            "cursor", "`next` of an earlier page",
            "Idempotency-Key", "A request repeated with its key repeats the answer, not the effect; 24 hours",
            "If-Match", "The ETag as you know it; `*` for any");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        tellAccess(document);
        ProblemSchema.addTo(document.getComponents());
        MergePatches.describeIn(document);
        var examples = new ExampleBodies(document.getComponents());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    describeParameters(operation);
                    tellTextAsText(operation);
                    CommonAnswers.addTo(operation);
                    examples.addTo(operation);
                });
        sort(document);
    }

    private static void tellAccess(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("OIDC access token with the claims sub, workspace and scope."));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("The service that serves this document")));
    }

    private static void sort(OpenAPI document) {
        if (document.getTags() != null) {
            document.setTags(document.getTags().stream()
                    .sorted(Comparator.comparing(Tag::getName))
                    .toList());
        }
        document.getComponents()
                .setSchemas(new TreeMap<String, Schema>(document.getComponents().getSchemas()));
    }

    private static void describeParameters(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : operation.getParameters()) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
            if (parameter.getSchema() == null && parameter.getContent() == null && parameter.getRef() == null) {
                parameter.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            }
        }
    }

    /** Of a file that is text, generated clients send a text; most of them cannot send a binary body of such a type. */
    private static void tellTextAsText(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().getMediaTypes().forEach((type, media) -> {
                if (type.startsWith("text/") && media.getSchema() != null) {
                    media.getSchema().setFormat(null);
                }
            });
        }
    }
}
