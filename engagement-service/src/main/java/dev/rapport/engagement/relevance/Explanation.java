package dev.rapport.engagement.relevance;

import dev.rapport.engagement.scoring.Levels;
import dev.rapport.engagement.scoring.Relevance;
import dev.rapport.engagement.scoring.Share;
import dev.rapport.engagement.scoring.TieFold;
import dev.rapport.engagement.scoring.Touch;
import dev.rapport.events.Band;
import dev.rapport.events.Direction;
import dev.rapport.events.InteractionKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a contact's relevance is what it is: every interaction's part in it. */
@Schema(description = "The shares and the rest add up to 1, their strengths to the strength.")
record Explanation(
        UUID contactId,
        Instant at,
        double strength,
        @Schema(description = "0 to 100.") double score,
        Band band,

        @Schema(
                description =
                        "In words, in English or German by Accept-Language: what makes most of it, who turned to whom,"
                                + " and after how long.",
                examples =
                        "3 calls in the last 2 weeks make 71 % of this. In the last 3 months: you reached out 5 times"
                                + " and Jane Doe once. The last time was 12 days ago; the usual gap is 6 days.")
        String summary,

        @Schema(description = "The interactions that contribute most, the largest first, at most 50.")
        List<Part> shares,

        Rest rest) {

    private static final int SHOWN = 50;

    /** One interaction's part. */
    @Schema(name = "Share")
    record Part(
            UUID interactionId,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            double strength,
            @Schema(description = "0 to 1.") double share) {

        static Part of(Share share) {
            var touch = share.touch();
            return new Part(touch.id(), touch.kind(), touch.direction(), touch.at(), share.strength(), share.share());
        }
    }

    /** What the interactions contribute together that are not shown one by one. */
    record Rest(int interactions, double strength, double share) {
        static Rest of(List<Share> shares) {
            return new Rest(
                    shares.size(),
                    shares.stream().mapToDouble(Share::strength).sum(),
                    shares.stream().mapToDouble(Share::share).sum());
        }
    }

    /** Explains what these interactions of a contact make at the instant of the levels. */
    static Explanation of(KnownContact contact, Collection<Touch> touches, Levels levels, Language language) {
        var at = levels.at();
        var profile = levels.profile();
        var relevance = new Relevance(TieFold.fold(touches, profile), profile);
        var shares = Share.of(touches, at, profile);
        var counted = shares.stream().map(Share::touch).toList();
        int shown = Math.min(SHOWN, shares.size());
        var words = Stream.of(
                        Optional.of(Summary.of(shares, at, language)),
                        Exchange.turns(counted, contact.displayName(), at, language),
                        Exchange.gaps(counted, at, language))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new Explanation(
                contact.id(),
                at,
                relevance.strength(at),
                relevance.score(at),
                relevance.band(at),
                words,
                shares.subList(0, shown).stream().map(Part::of).toList(),
                Rest.of(shares.subList(shown, shares.size())));
    }
}
