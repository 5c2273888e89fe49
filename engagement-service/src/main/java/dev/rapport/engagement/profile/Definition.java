package dev.rapport.engagement.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rapport.engagement.scoring.Bands;
import dev.rapport.engagement.scoring.Preset;
import dev.rapport.engagement.scoring.Rhythm;
import dev.rapport.engagement.scoring.ScoringProfile;
import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile as it is stored and told. */
@Schema(name = "ScoringProfileDefinition", description = "What the workspace means by a strong tie.")
record Definition(
        @Schema(type = SchemaType.STRING, description = "In which the strength of a tie halves.", examples = "P14D")
        @JsonSerialize(using = IsoDays.class)
        Duration halfLife,

        @Schema(
                type = SchemaType.STRING,
                description = "What follows so soon after the last interaction adds half: a burst counts once.",
                examples = "P1D")
        @JsonSerialize(using = IsoDays.class)
        Duration burst,

        @Schema(description = "Of what the owner sent.", examples = "1.3333")
        double outboundWeight,

        @Schema(description = "Of what the contact sent.", examples = "0.6667")
        double inboundWeight,

        @Schema(description = "The strength that scores 50.", examples = "3.4")
        double kappa,

        @Schema(
                description = "Chance, 0 to 1, of no contact within the drift horizon at which a tie drifts.",
                examples = "0.7")
        double driftChance,

        @Schema(type = SchemaType.STRING, description = "How far ahead that chance looks.", examples = "P14D")
        @JsonSerialize(using = IsoDays.class)
        Duration driftHorizon,

        @Schema(
                description = "Weight of a kind of interaction; one that is not named weighs 1, 0 makes it noise.",
                examples = "{\"call\": 2, \"reaction\": 0.25}")
        Map<InteractionKind, Double> kindWeights,

        @Schema(description = "Of a pitch that the contact sent.", examples = "0")
        double inboundPitchWeight,

        Floors bands,

        @Schema(description = "Whether each owner's half-life follows the owner's own rhythm.")
        boolean adaptive,

        @Schema(
                description =
                        "Half-life of single owners, by member; all others have `halfLife`. While `adaptive`, they"
                                + " are chosen by itself.",
                examples = "{\"alex\": \"P3D\"}")
        @JsonSerialize(contentUsing = IsoDays.class)
        Map<String, Duration> halfLives,

        @Schema(
                type = SchemaType.STRING,
                description =
                        "While `adaptive`: the half-life of all other members, chosen from what all show together;"
                                + " absent when that is no rhythm yet.",
                examples = "P7D")
        @JsonSerialize(using = IsoDays.class)
        Duration sharedHalfLife) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The lowest score, 0 to 100, of each band; what is below `cooling` is dormant. */
    @Schema(name = "BandFloors", description = "The lowest score of each band, falling; below `cooling` is dormant.")
    record Floors(
            @Schema(examples = "75") double close,
            @Schema(examples = "50") double active,
            @Schema(examples = "25") double warm,
            @Schema(examples = "10") double cooling) {}

    static Definition of(ScoringProfile profile, boolean adaptive) {
        var bands = profile.bands();
        return new Definition(
                profile.halfLife(),
                profile.burst(),
                profile.outboundWeight(),
                profile.inboundWeight(),
                profile.kappa(),
                profile.driftChance(),
                profile.driftHorizon(),
                profile.kindWeights(),
                profile.inboundPitchWeight(),
                new Floors(bands.close(), bands.active(), bands.warm(), bands.cooling()),
                adaptive,
                Map.of(),
                null);
    }

    /** A ready profile. */
    static Definition of(Preset preset) {
        return of(preset.profile(), preset.adaptive());
    }

    /** From the column {@code definition}. */
    static Definition read(String json) {
        return read(json, new TypeReference<Definition>() {});
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored profile cannot be read", e);
        }
    }

    /** For the column {@code definition}. */
    String json() {
        return write(this);
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile cannot be written", e);
        }
    }

    /** What was asked for: of an adaptive profile, all but what it chose by itself. */
    Definition asked() {
        return adaptive ? withHalfLives(Map.of(), null) : this;
    }

    Definition withHalfLives(Map<String, Duration> chosen, Duration shared) {
        return new Definition(
                halfLife,
                burst,
                outboundWeight,
                inboundWeight,
                kappa,
                driftChance,
                driftHorizon,
                kindWeights,
                inboundPitchWeight,
                bands,
                adaptive,
                chosen,
                shared);
    }

    /** How it reads ties that are folded under it. */
    WorkspaceScoring scoring(int generation) {
        var others = adaptive && sharedHalfLife != null ? Rhythm.profile(profile(), sharedHalfLife) : profile();
        return new WorkspaceScoring(generation, others, halfLives, adaptive);
    }

    private ScoringProfile profile() {
        return new ScoringProfile(
                halfLife,
                burst,
                outboundWeight,
                inboundWeight,
                kappa,
                driftChance,
                driftHorizon,
                kindWeights,
                inboundPitchWeight,
                new Bands(bands.close(), bands.active(), bands.warm(), bands.cooling()));
    }
}
