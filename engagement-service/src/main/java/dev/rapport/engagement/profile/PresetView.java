package dev.rapport.engagement.profile;

import dev.rapport.engagement.scoring.Preset;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ready profile. */
@Schema(name = "ScoringProfilePreset")
record PresetView(
        @Schema(examples = "chat") String name,

        @Schema(
                description = "Whom it is for.",
                examples = "For chats and communities: who was there in the last few days comes first, whoever wrote.")
        String sentence,

        Definition definition) {

    /** All of them. */
    @Schema(name = "ScoringProfilePresets")
    record Presets(List<PresetView> items) {
        static Presets all() {
            return new Presets(Arrays.stream(Preset.values())
                    .map(preset -> new PresetView(preset.id(), preset.purpose(), Definition.of(preset)))
                    .toList());
        }
    }
}
