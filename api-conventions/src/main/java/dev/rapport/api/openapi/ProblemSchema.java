package dev.rapport.api.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schema of {@link dev.rapport.api.problem.Problem}, also for documents whose resources never name it. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static void addTo(Components components) {
        if (components.getSchemas() == null || !components.getSchemas().containsKey(NAME)) {
            components.addSchema(NAME, schema());
        }
    }

    private static Schema schema() {
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
