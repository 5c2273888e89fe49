package dev.rapport.engagement.interaction;

/**
 * What became of an interaction that was to be recorded.
 *
 * @param interaction as it is stored
 * @param duplicate whether its source and external id were there before, so that nothing was stored now
 */
record Recorded(Interaction interaction, boolean duplicate) {

    /** 201 for a new one, 200 for one that was there. */
    int status() {
        return duplicate ? 200 : 201;
    }
}
