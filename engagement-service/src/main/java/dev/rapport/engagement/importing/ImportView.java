package dev.rapport.engagement.importing;

import dev.rapport.imports.ImportJob;
import dev.rapport.imports.ImportState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import as the API shows it.
 *
 * @param own the addresses that were taken for the member's
 * @param size of the file, in bytes
 * @param bytesRead how many of them are worked off
 * @param startedAt absent while it waits
 * @param endedAt absent until it is over
 * @param failure why it failed
 */
@Schema(name = "EngagementImport", description = "A file of interactions on its way in")
record ImportView(
        UUID id,
        ImportState state,

        @Schema(enumeration = {"ndjson", "csv", "linkedin", "mbox", "eml", "ics"})
        String format,

        @Schema(examples = "sent.mbox") String fileName,
        boolean dryRun,
        @Schema(examples = "[\"alex@example.org\"]") List<String> own,
        @Schema(examples = "mail") String source,
        @Schema(examples = "UTC") String timeZone,
        @Schema(examples = "48213") long size,
        @Schema(examples = "48213") long bytesRead,
        Counts counts,
        @Schema(examples = "alex") String startedBy,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String failure) {

    /** Of an import, and of what imports left out: how many records, by reason. */
    static ImportView of(ImportJob it, Map<UUID, Map<String, Long>> ignored) {
        var settings = it.settings(ImportSettings.class);
        return new ImportView(
                it.id(),
                it.state(),
                FormatName.of(settings.format()),
                settings.fileName(),
                settings.dryRun(),
                settings.own(),
                settings.source(),
                settings.timeZone(),
                it.size(),
                it.bytesRead(),
                Counts.of(it, ignored.getOrDefault(it.id(), Map.of())),
                it.member().id(),
                it.createdAt(),
                it.startedAt(),
                it.endedAt(),
                it.failure());
    }
}
