package dev.rapport.notifier.edition.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part of an edition; never empty. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EditionSection(
        @Schema(
                description = "replies_owed, congratulations, drifting, reminders, news or noise",
                examples = "replies_owed")
        String kind,

        @Schema(examples = "Replies owed") String title,
        List<EditionItem> items) {

    static final String NOISE = "noise";

    public EditionSection {
        items = List.copyOf(items);
    }

    /** Whether it holds pitches and strangers, which are shown folded. */
    @JsonIgnore
    public boolean isNoise() {
        return kind.equals(NOISE);
    }
}
