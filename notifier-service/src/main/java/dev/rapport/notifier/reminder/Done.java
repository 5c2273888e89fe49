package dev.rapport.notifier.reminder;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member may say with a reminder that is done. */
record Done(
        @Schema(description = "What passed between the two, to be logged; absent for nothing.") @Valid
        LoggedInteraction interaction) {}
