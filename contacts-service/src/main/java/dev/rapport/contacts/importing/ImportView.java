package dev.rapport.contacts.importing;

import dev.rapport.contacts.format.ContactFormat;
import dev.rapport.imports.ImportJob;
import dev.rapport.imports.ImportState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import as the API shows it.
 *
 * @param size of the file, in bytes
 * @param bytesRead how many of them are worked off
 * @param startedAt absent while it waits
 * @param endedAt absent until it is over
 * @param failure why it failed
 */
@Schema(name = "ContactImport", description = "A file of contacts on its way in")
record ImportView(
        UUID id,
        ImportState state,

        @Schema(enumeration = {"vcard", "csv", "jscontact", "ndjson"})
        String format,

        @Schema(examples = "contacts.vcf") String fileName,
        boolean dryRun,
        Existing existing,
        List<UUID> circles,
        @Schema(examples = "48213") long size,
        @Schema(examples = "48213") long bytesRead,
        Counts counts,
        @Schema(examples = "alex") String startedBy,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        String failure) {

    static ImportView of(ImportJob it) {
        var settings = it.settings(ImportSettings.class);
        return new ImportView(
                it.id(),
                it.state(),
                name(settings.format()),
                settings.fileName(),
                settings.dryRun(),
                settings.existing(),
                settings.circles(),
                it.size(),
                it.bytesRead(),
                Counts.of(it),
                it.member().id(),
                it.createdAt(),
                it.startedAt(),
                it.endedAt(),
                it.failure());
    }

    /** What requests call the format. */
    static String name(ContactFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
