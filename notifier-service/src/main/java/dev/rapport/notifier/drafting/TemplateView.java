package dev.rapport.notifier.drafting;

import dev.rapport.events.ReminderKind;
import dev.rapport.notifier.preference.Language;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as the members of a workspace see it. */
@Schema(name = "Template")
record TemplateView(
        ReminderKind kind,
        Language language,

        @Schema(examples = "Happy birthday[, {{firstName}}]! I wish you a wonderful day.")
        String text,

        @Schema(description = "Whether it is the workspace's own; Rapport's otherwise.", examples = "true")
        boolean own,

        @Schema(description = "Absent for Rapport's.") Instant updatedAt) {

    static TemplateView standard(ReminderKind kind, Language language) {
        return new TemplateView(
                kind, language, StandardTemplates.of(kind, language).text(), false, null);
    }

    /** Changes whenever anything shown does, and is the same at every instance. */
    String etag() {
        return Integer.toHexString(toString().hashCode());
    }
}
