package dev.rapport.api.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Shows JSON bodies that have no example by one that is put together from the examples of their schemas. */
final class ExampleBodies {

    private static final Map<String, Object> OF_FORMATS = Map.of(
            "uuid", "0199e3a0-5c00-7000-8000-0000000000c1",
            "date-time", "2026-03-01T09:30:00Z",
            "date", "2026-03-01",
            "duration", "P30D",
            "uri", "https://example.org");

    private final Components components;
    /** Schemas on the way to the present one: those that contain themselves end there. */
    private final Deque<Schema> path = new ArrayDeque<>();

    ExampleBodies(Components components) {
        this.components = components;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> addTo(answer.getContent()));
    }

    private void addTo(Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, media) -> {
            if (type.endsWith("json") && !isShown(media) && media.getSchema() != null) {
                example(media.getSchema()).ifPresent(media::setExample);
            }
        });
    }

    private static boolean isShown(MediaType media) {
        return media.getExample() != null
                || (media.getExamples() != null && !media.getExamples().isEmpty());
    }

    private Optional<Object> example(Schema reference) {
        var schema = resolved(reference);
        var own = own(reference).or(() -> own(schema));
        if (own.isPresent() || path.contains(schema)) {
            return own;
        }
        path.push(schema);
        try {
            return Optional.ofNullable(composed(schema));
        } finally {
            path.pop();
        }
    }

    private static Optional<Object> own(Schema schema) {
        return first(schema.getExamples()).or(() -> first(schema.getEnumeration()));
    }

    private Object composed(Schema schema) {
        if (schema.getAllOf() != null) {
            var whole = new LinkedHashMap<String, Object>();
            schema.getAllOf()
                    .forEach(part -> example(part).filter(Map.class::isInstance).ifPresent(it -> ((Map<?, ?>) it)
                            .forEach((name, value) -> whole.put((String) name, value))));
            return whole;
        }
        var choices = schema.getAnyOf() != null ? schema.getAnyOf() : schema.getOneOf();
        if (choices != null) {
            return first(choices).flatMap(it -> example((Schema) it)).orElse(null);
        }
        var type = first(schema.getType()).orElse(Schema.SchemaType.OBJECT);
        return switch ((Schema.SchemaType) type) {
            case STRING ->
                OF_FORMATS.getOrDefault(Optional.ofNullable(schema.getFormat()).orElse(""), "text");
            case INTEGER, NUMBER -> schema.getMinimum() == null ? 1 : schema.getMinimum();
            case BOOLEAN -> true;
            case ARRAY ->
                Optional.ofNullable(schema.getItems())
                        .flatMap(this::example)
                        .map(List::of)
                        .orElse(List.of());
            case OBJECT -> object(schema);
            case NULL -> null;
        };
    }

    /** Shows what is required and what has an example; where that is nothing, everything. */
    private Map<String, Object> object(Schema schema) {
        var object = new LinkedHashMap<String, Object>();
        var properties = schema.getProperties() == null ? Map.<String, Schema>of() : schema.getProperties();
        var required = schema.getRequired() == null ? List.<String>of() : schema.getRequired();
        properties.forEach((name, property) -> {
            if (required.contains(name) || tells(property)) {
                example(property).ifPresent(value -> object.put(name, value));
            }
        });
        if (object.isEmpty()) {
            properties.forEach((name, property) -> example(property).ifPresent(value -> object.put(name, value)));
        }
        return object;
    }

    /** Whether the property's example says something of this property: that of any instant or id does not. */
    private boolean tells(Schema property) {
        var schema = resolved(property);
        if (path.contains(schema)) {
            return false;
        }
        if (first(property.getExamples()).isPresent()) {
            return true;
        }
        if (schema.getItems() != null) {
            return schema.getItems().getRef() != null && tells(schema.getItems());
        }
        if (schema.getProperties() != null) {
            return schema.getProperties().values().stream().anyMatch(this::tells);
        }
        return own(schema).isPresent()
                && !OF_FORMATS.containsKey(
                        Optional.ofNullable(schema.getFormat()).orElse(""));
    }

    private Schema resolved(Schema schema) {
        return schema.getRef() == null
                ? schema
                : components.getSchemas().get(schema.getRef().replace("#/components/schemas/", ""));
    }

    private static Optional<Object> first(List<?> values) {
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
