package dev.rapport.contacts.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a history, for the API document. */
@Schema(name = "ContactHistory", description = "One page of a contact's history, newest first")
record HistoryPage(
        @Schema(required = true) List<HistoryEntry> items,

        @Schema(description = "Opaque; give it back as ?cursor=.")
        String next) {}
