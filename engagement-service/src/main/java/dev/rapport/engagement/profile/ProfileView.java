package dev.rapport.engagement.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The profile that ranks and, at times, the one that will. */
@Schema(name = "ScoringProfile")
record ProfileView(
        @Schema(description = "The version that ranks; 0 is the default.", examples = "3")
        int version,

        @Schema(
                examples =
                        "Strength halves in 14 days; what the member sent counts 2 times what the contact sent; a strength of"
                                + " 3.4 scores 50.")
        String explanation,

        VersionView active,

        @Schema(description = "The version that is being built; absent when none is.")
        VersionView building) {

    static ProfileView of(CurrentVersions current) {
        return new ProfileView(
                current.active().number(),
                explanation(current.active()),
                VersionView.of(current.active()),
                current.building().map(VersionView::of).orElse(null));
    }

    private static String explanation(Version version) {
        var it = version.definition();
        return String.format(
                        Locale.ROOT,
                        "Strength halves in %s; what the member sent counts %s times what the contact sent; a strength of %s"
                                + " scores 50.",
                        inWords(it.halfLife()),
                        number(it.outboundWeight() / it.inboundWeight()),
                        number(it.kappa()))
                + ofOwners(it);
    }

    private static String ofOwners(Definition it) {
        if (it.halfLives().isEmpty()) {
            return it.adaptive() ? " No member shows a rhythm of their own yet." : "";
        }
        return " " + it.halfLives().size()
                + (it.halfLives().size() == 1 ? " member has" : " members have")
                + (it.adaptive() ? " a half-life that follows their own rhythm." : " a half-life of their own.");
    }

    private static String inWords(Duration duration) {
        double days = duration.toSeconds() / 86_400.0;
        return number(days) + (days == 1 ? " day" : " days");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
