package dev.rapport.contacts.circle;

import dev.rapport.contacts.contact.OwnCadence;
import dev.rapport.contacts.contact.SoundCadence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A circle as a member states it.
 *
 * @param name without white space around it
 * @param cadence of its contacts; null when the circle asks for none
 * @param priority of its contacts; 50 when absent
 */
@Schema(name = "NewCircle", description = "A circle as a client states it")
record NewCircle(
        @NotBlank @Size(max = 100) @Schema(examples = "Key clients", required = true)
        String name,

        @SoundCadence OwnCadence cadence,

        @Min(0) @Max(100) @Schema(examples = "80", defaultValue = "50", description = "0 to 100, the highest first")
        Integer priority) {

    private static final int USUAL_PRIORITY = 50;

    NewCircle {
        name = name == null ? null : name.strip();
        priority = priority == null ? USUAL_PRIORITY : priority;
    }
}
