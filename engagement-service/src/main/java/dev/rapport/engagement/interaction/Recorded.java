package dev.rapport.engagement.interaction;

/**
 * What became of an interaction that was to be recorded.
 *
 * @param interaction as it is stored
 */
public record Recorded(Interaction interaction, Outcome outcome) {

    /** What recording did. */
    public enum Outcome {
        /** It was stored. */
        CREATED,
        /** Its source and external id were there before, and the source had told the same: nothing was stored. */
        UNCHANGED,
        /** Its source and external id were there before, and what was stored of it is now what the source tells. */
        UPDATED
    }

    /** 201 for a new one, 200 for one that was there. */
    int status() {
        return outcome == Outcome.CREATED ? 201 : 200;
    }
}
