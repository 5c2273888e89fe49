package dev.rapport.contacts.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of contacts, for the API document. */
@Schema(name = "ContactPage", description = "One page of contacts")
public record ContactPage(
        @Schema(required = true) List<ContactView.Document> items,

        @Schema(description = "Opaque; give it back as ?cursor=.")
        String next,

        @Schema(description = "How many there are on all pages; only when asked for.")
        Long total) {}
