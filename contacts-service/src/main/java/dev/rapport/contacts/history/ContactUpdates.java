package dev.rapport.contacts.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the feed answers. */
@Schema(name = "ContactUpdates", description = "Changes in order, oldest first, and where to go on")
record ContactUpdates(
        @Schema(required = true) List<ContactUpdate> items,

        @Schema(required = true, description = "Opaque; give it back as ?since=")
        String next,

        @Schema(required = true, description = "Whether there is more to read at once")
        boolean more) {}
