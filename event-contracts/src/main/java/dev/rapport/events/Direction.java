package dev.rapport.events;

/** Who turned to whom, as seen by the contact's owner. */
public enum Direction {
    /** The owner turned to the contact. */
    OUTBOUND,
    /** The contact turned to the owner. */
    INBOUND,
    /** Both took part, as in a meeting. */
    MUTUAL;

    /** Whether this interaction answers what the contact sent before: anything that the owner took part in. */
    public boolean answers() {
        return this != INBOUND;
    }
}
