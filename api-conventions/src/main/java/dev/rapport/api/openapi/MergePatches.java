package dev.rapport.api.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes bodies of merge patches (RFC 7396) as what they are. A resource names the schema of the whole, {@code NewContact}
 * say; its document gets {@code ContactPatch}, in which nothing is required and everything may be null. So generated clients
 * can clear a field, and send none that they were not told to.
 */
final class MergePatches {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String REFERENCE = "#/components/schemas/";

    private final Components components;

    private MergePatches(Components components) {
        this.components = components;
    }

    static void describeIn(OpenAPI document) {
        var patches = new MergePatches(document.getComponents());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(patches::describe);
    }

    private void describe(Operation operation) {
        var body = operation.getRequestBody();
        if (body == null || body.getContent() == null || !body.getContent().hasMediaType(MERGE_PATCH)) {
            return;
        }
        // A patch may also come as application/json; it is the same patch then.
        body.getContent().getMediaTypes().values().stream()
                .filter(media -> media.getSchema() != null && media.getSchema().getRef() != null)
                .forEach(this::describe);
    }

    private void describe(MediaType media) {
        media.setSchema(patch(nameOf(media.getSchema())));
    }

    private Schema patch(String whole) {
        var name = whole.endsWith("Patch") ? whole : whole.replaceFirst("^New(?=[A-Z])", "") + "Patch";
        if (!components.getSchemas().containsKey(name)) {
            var patch = OASFactory.createSchema()
                    .addType(Schema.SchemaType.OBJECT)
                    .description("Merge patch (RFC 7396): null clears a field, what is absent stays as it is");
            components.addSchema(name, patch);
            components.getSchemas().get(whole).getProperties().forEach((property, schema) -> {
                if (!Boolean.TRUE.equals(schema.getReadOnly())) {
                    patch.addProperty(property, nullable(schema));
                }
            });
        }
        return OASFactory.createSchema().ref(name);
    }

    private Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return nullableReference(schema);
        }
        if (schema.getType() == null) {
            return schema;
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            var map = copy(schema);
            map.setAdditionalPropertiesSchema(nullable(schema.getAdditionalPropertiesSchema()));
            return orNull(map);
        }
        var copy = copy(schema);
        copy.setType(new ArrayList<>(schema.getType()));
        copy.addType(Schema.SchemaType.NULL);
        return copy;
    }

    private Schema nullableReference(Schema reference) {
        var target = components.getSchemas().get(nameOf(reference));
        if (target.getProperties() != null) {
            return orNull(patch(nameOf(reference)));
        }
        if (target.getEnumeration() != null || target.getType() == null) {
            return target.getEnumeration() == null && target.getAllOf() == null
                    ? OASFactory.createSchema().ref(nameOf(reference))
                    : orNull(OASFactory.createSchema().ref(nameOf(reference)));
        }
        // Generators lose the null of a reference to plain text.
        return nullable(target);
    }

    private static Schema orNull(Schema schema) {
        return OASFactory.createSchema()
                .anyOf(List.of(schema, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }

    private static Schema copy(Schema schema) {
        var copy = OASFactory.createSchema();
        copy.setAll(schema.getAll());
        return copy;
    }

    private static String nameOf(Schema reference) {
        return reference.getRef().replace(REFERENCE, "");
    }
}
