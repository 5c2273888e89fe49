package dev.rapport.contacts.erasure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of erasures, for the API document. */
@Schema(name = "ErasurePage", description = "One page of erasures, newest first")
record ErasurePage(
        @Schema(required = true) List<ErasureView> items,

        @Schema(description = "Opaque; give it back as ?cursor=.")
        String next) {}
