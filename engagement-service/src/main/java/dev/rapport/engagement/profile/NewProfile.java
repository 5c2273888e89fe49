package dev.rapport.engagement.profile;

import dev.rapport.api.problem.ApiException;
import dev.rapport.engagement.scoring.Preset;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile that is asked for: a ready one, or what differs from it. */
@Schema(
        name = "NewScoringProfile",
        description = "What is absent is as in the ready profile that `preset` names, or else as in `default`.")
record NewProfile(
        @Schema(description = "A ready profile to start from.", examples = "email")
        String preset,

        @Schema(type = SchemaType.STRING, description = "PT1H to P3650D.", examples = "P21D")
        Duration halfLife,

        @Schema(type = SchemaType.STRING, description = "PT1S to P365D.", examples = "PT8H")
        Duration burst,

        @Schema(description = "Above 0, at most 100.", examples = "1.6")
        Double outboundWeight,

        @Schema(description = "Above 0, at most 100.", examples = "0.4")
        Double inboundWeight,

        @Schema(description = "0.01 to 10000.", examples = "6.7")
        Double kappa,

        @Schema(description = "Above 0, below 1.", examples = "0.7")
        Double driftChance,

        @Schema(type = SchemaType.STRING, description = "PT1H to P3650D.", examples = "P14D")
        Duration driftHorizon,

        @Schema(
                description = "0 to 100 each; replaces all of the ready profile's.",
                examples = "{\"call\": 2, \"reaction\": 0.25}")
        Map<InteractionKind, Double> kindWeights,

        @Schema(description = "0 to 100.", examples = "0") Double inboundPitchWeight,

        NewFloors bands,

        @Schema(description = "Whether each owner's half-life follows the owner's own rhythm.", examples = "false")
        Boolean adaptive,

        @Schema(
                description =
                        "Half-life of single owners, by member, PT1H to P3650D, at most 1,000; not heard while `adaptive`.",
                examples = "{\"alex\": \"P3D\"}")
        Map<String, Duration> halfLives) {

    /** The lowest score of each band; what is absent is as in the ready profile. */
    @Schema(name = "NewBandFloors", description = "They fall from below 100 to above 0.")
    record NewFloors(
            @Schema(examples = "80") Double close,
            @Schema(examples = "55") Double active,
            @Schema(examples = "25") Double warm,
            @Schema(examples = "10") Double cooling) {

        Definition.Floors over(Definition.Floors base) {
            return new Definition.Floors(
                    or(close, base.close()),
                    or(active, base.active()),
                    or(warm, base.warm()),
                    or(cooling, base.cooling()));
        }
    }

    /** The whole definition; 400 that names every field which is out of its range. */
    Definition definition() {
        var base = Definition.of(ready());
        var whole = new Definition(
                or(halfLife, base.halfLife()),
                or(burst, base.burst()),
                or(outboundWeight, base.outboundWeight()),
                or(inboundWeight, base.inboundWeight()),
                or(kappa, base.kappa()),
                or(driftChance, base.driftChance()),
                or(driftHorizon, base.driftHorizon()),
                or(kindWeights, base.kindWeights()),
                or(inboundPitchWeight, base.inboundPitchWeight()),
                bands == null ? base.bands() : bands.over(base.bands()),
                or(adaptive, base.adaptive()),
                or(halfLives, base.halfLives()),
                null);
        var violations = Ranges.violations(whole);
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations);
        }
        return whole.asked();
    }

    private Preset ready() {
        return Preset.named(or(preset, Preset.DEFAULT.id()))
                .orElseThrow(() -> ApiException.invalid(
                        "preset",
                        "must be one of "
                                + Arrays.stream(Preset.values()).map(Preset::id).collect(Collectors.joining(", "))));
    }

    private static <T> T or(T value, T otherwise) {
        return Optional.ofNullable(value).orElse(otherwise);
    }
}
