package dev.rapport.contacts.contact;

import java.util.UUID;

/** The contact was merged into another, which stands for it: answered with 308 and the survivor's URL. */
public final class MergedAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID survivor;

    MergedAway(UUID survivor) {
        super("merged into " + survivor);
        this.survivor = survivor;
    }

    /** The contact to go on with. */
    public UUID survivor() {
        return survivor;
    }
}
