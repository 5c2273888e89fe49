package dev.rapport.engagement.scoring;

import dev.rapport.events.InteractionKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Ready profiles, each for one way of being in touch. In all of them contact in every half of a half-life scores 50. */
@SuppressWarnings("ImmutableEnumChecker") // A profile is a record that holds copies.
public enum Preset {
    DEFAULT(
            "default",
            "For people who are in touch by all ways: weekly contact scores 50.",
            ScoringProfile.DEFAULT,
            false),

    EMAIL(
            "email",
            "For e-mail at work: what was written counts for longer, and what the owner wrote counts four times what"
                    + " came in.",
            of(Duration.ofDays(30), Duration.ofHours(8), 1.6, Duration.ofDays(14), Map.of()),
            false),

    CHAT(
            "chat",
            "For chats and communities: who was there in the last few days comes first, whoever wrote.",
            of(Duration.ofDays(3), Duration.ofHours(7), 1, Duration.ofDays(7), Map.of()),
            false),

    KEY_ACCOUNTS(
            "key-accounts",
            "For a few clients who are met and called: monthly contact scores 50, and a meeting or a call counts"
                    + " double.",
            of(Duration.ofDays(60), Duration.ofDays(1), 1, Duration.ofDays(30), Personal.WEIGHTS),
            false),

    ALUMNI(
            "alumni",
            "For old friends and colleagues: contact every three months scores 50, and a week of messages counts once.",
            of(Duration.ofDays(180), Duration.ofDays(7), 1, Duration.ofDays(90), Personal.WEIGHTS),
            false),

    ADAPTIVE(
            "adaptive",
            "For whoever does not know: the half-life of each owner follows how soon the owner and a contact usually"
                    + " come back to each other.",
            ScoringProfile.DEFAULT,
            true);

    private final String id;
    private final String purpose;
    private final ScoringProfile profile;
    private final boolean adaptive;

    Preset(String id, String purpose, ScoringProfile profile, boolean adaptive) {
        this.id = id;
        this.purpose = purpose;
        this.profile = profile;
        this.adaptive = adaptive;
    }

    /** The preset of a name as in {@code key-accounts}; empty when there is none. */
    public static Optional<Preset> named(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id.equals(id)).findFirst();
    }

    /** Its name in the API. */
    public String id() {
        return id;
    }

    /** What it is for, in a sentence. */
    public String purpose() {
        return purpose;
    }

    /** What it sets; of an adaptive one, what is used before anybody shows a rhythm. */
    public ScoringProfile profile() {
        return profile;
    }

    /** Whether {@link Rhythm#profile} is to be used for an owner, or a workspace, that shows a rhythm. */
    public boolean adaptive() {
        return adaptive;
    }

    private static ScoringProfile of(
            Duration halfLife,
            Duration burst,
            double outboundWeight,
            Duration driftHorizon,
            Map<InteractionKind, Double> kindWeights) {
        var base = ScoringProfile.DEFAULT;
        return new ScoringProfile(
                halfLife,
                burst,
                outboundWeight,
                2 - outboundWeight,
                base.kappa(),
                base.driftChance(),
                driftHorizon,
                kindWeights,
                base.inboundPitchWeight(),
                base.bands());
    }

    /** Where few contacts happen at all, it matters more of which kind they are. */
    private static final class Personal {
        static final Map<InteractionKind, Double> WEIGHTS = Map.of(
                InteractionKind.MEETING, 2.0,
                InteractionKind.CALL, 2.0,
                InteractionKind.INTRODUCTION, 2.0,
                InteractionKind.REFERRAL, 2.0,
                InteractionKind.COMMENT, 0.5,
                InteractionKind.REACTION, 0.25);
    }
}
