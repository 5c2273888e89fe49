package dev.rapport.engagement.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.rapport.engagement.scoring.Rhythm;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rhythm of one owner, and the half-life that was chosen from it. */
@Schema(name = "OwnerRhythm")
record OwnerRhythm(
        @Schema(description = "The member; absent for all members together, whom others follow.", examples = "alex")
        String owner,

        @Schema(type = SchemaType.STRING, description = "The half-life of this member's ties.", examples = "P7D")
        @JsonSerialize(using = IsoDays.class)
        Duration halfLife,

        @Schema(
                description =
                        "The median number of days between two days on which the member and one contact were in touch.",
                examples = "2")
        double medianGapDays,

        @Schema(description = "How many such gaps it was taken from.", examples = "184")
        long gaps) {

    static OwnerRhythm of(String owner, Rhythm rhythm) {
        return new OwnerRhythm(owner, rhythm.halfLife(), rhythm.medianGap(), rhythm.gaps());
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Schema(
            examples =
                    "Of 184 gaps between days in touch with the same contact, half are of at most 2 days; four times that is"
                            + " nearest to 7 days, in which strength halves.")
    public String explanation() {
        return String.format(
                Locale.ROOT,
                "Of %d gaps between days in touch with the same contact, half are of at most %s; four times that is"
                        + " nearest to %s, in which strength halves.",
                gaps,
                days(medianGapDays),
                days((double) halfLife.toDays()));
    }

    private static String days(double days) {
        var number = days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
        return number + (days == 1 ? " day" : " days");
    }
}
