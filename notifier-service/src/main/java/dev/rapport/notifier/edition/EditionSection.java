package dev.rapport.notifier.edition;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of an edition; never empty. */
record EditionSection(
        @Schema(examples = "replies_owed") String kind,
        @Schema(examples = "Replies owed") String title,
        List<EditionItem> items) {}
