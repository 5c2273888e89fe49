package dev.rapport.engagement.relevance;

/** By what the workspace's ties can be sorted. */
public enum Sort {
    /** The strongest tie first. */
    STRONGEST,
    /** The weakest tie first. */
    WEAKEST,
    /** The one first whose score falls by most points a day. */
    COOLING_FASTEST,
    /** The hottest conversation first; those that have none are left out. */
    HOTTEST,
    /** The one first with which nothing has happened for longest. */
    LONGEST_SILENT,
    /** Only those whose owner has not answered: the one first that has waited for longest. */
    WAITING_FOR_OWNER,
    /** Only those that have not answered: the one first for whose answer the owner has waited for longest. */
    WAITING_FOR_CONTACT;

    /** Whether the order is one for all, whatever the half-lives of their owners. */
    boolean isCommon() {
        return compareTo(HOTTEST) >= 0;
    }
}
