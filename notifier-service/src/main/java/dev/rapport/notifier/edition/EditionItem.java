package dev.rapport.notifier.edition;

import dev.rapport.events.Band;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One contact worth a look, and why.
 *
 * @param score the contact's relevance now, 0..100
 */
record EditionItem(
        UUID contactId,
        @Schema(examples = "Anna Berg") String contactName,

        @Schema(examples = "Anna Berg wrote on 2 March 2026 and has no answer yet")
        String reason,

        @Schema(examples = "63.2") double score,
        Band band,
        UUID reminderId,
        Instant dueAt) {}
