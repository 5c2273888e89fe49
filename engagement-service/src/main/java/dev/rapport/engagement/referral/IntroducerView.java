package dev.rapport.engagement.referral;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who brought others. */
@Schema(name = "Introducer")
record IntroducerView(
        UUID contactId,
        @Schema(examples = "Jane Doe") String displayName,

        @Schema(description = "The member whose contact this is.", examples = "alex")
        String owner,

        @Schema(description = "How many contacts name this one as who introduced them.", examples = "7")
        long introduced,

        @Schema(description = "How many of them are active or close now.", examples = "3")
        long active,

        @Schema(description = "What the ties to all of them are worth now, added up.", examples = "11.4")
        double strength,

        @Schema(description = "Introductions and referrals recorded that this contact gave.", examples = "9")
        long received,

        @Schema(description = "Those that this contact was given.", examples = "2")
        long given) {}
