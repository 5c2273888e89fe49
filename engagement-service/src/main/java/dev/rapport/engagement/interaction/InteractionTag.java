package dev.rapport.engagement.interaction;

import jakarta.ws.rs.core.EntityTag;

/**
 * The entity tag of an interaction, which stands for its whole occasion: the sum of all revisions, which only rises, and how
 * many there are, which changes when one is erased.
 */
final class InteractionTag {

    private InteractionTag() {}

    static EntityTag of(Interaction occasion) {
        var rows = occasion.rows();
        long revisions = rows.stream().mapToLong(Interaction::revision).sum();
        return new EntityTag(rows.size() == 1 ? Long.toString(revisions) : revisions + "-" + rows.size());
    }
}
