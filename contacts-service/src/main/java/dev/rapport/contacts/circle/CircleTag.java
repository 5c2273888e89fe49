package dev.rapport.contacts.circle;

import dev.rapport.api.precondition.IfMatch;
import jakarta.ws.rs.core.EntityTag;

/**
 * The entity tag of a circle: its version and, after a dash, its number of members, as both are shown. A change is meant for
 * a version: that contacts come and go meanwhile does not matter to it.
 */
final class CircleTag {

    private CircleTag() {}

    static EntityTag of(CircleView view) {
        return new EntityTag(view.version() + "-" + view.memberCount());
    }

    /** The versions of a circle that a change is meant for: 428 when the header is absent, 400 when it is malformed. */
    static IfMatch expected(String ifMatch) {
        return IfMatch.required(ifMatch).versions();
    }
}
