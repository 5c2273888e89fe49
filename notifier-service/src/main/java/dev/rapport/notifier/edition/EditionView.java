package dev.rapport.notifier.edition;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edition. */
@Schema(name = "Edition")
record EditionView(
        LocalDate date,
        String member,
        @Schema(examples = "Europe/Berlin") String timeZone,
        List<EditionSection> sections) {}
