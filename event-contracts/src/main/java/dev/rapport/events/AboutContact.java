package dev.rapport.events;

import java.util.UUID;

/** What every event of Rapport has in common: it is about one contact, whose id keys it, or about a whole workspace. */
public interface AboutContact {

    /** The contact this event is about; with the workspace it is the event's key, so that its history stays in order. */
    UUID contactId();

    /** Whether the event is about the whole workspace: then it names no contact, and the workspace alone is its key. */
    default boolean wholeWorkspace() {
        return false;
    }
}
