package dev.rapport.contacts.circle;

import dev.rapport.contacts.contact.ExpectedVersion;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;

/**
 * The entity tag of a circle: its version and, after a dash, its number of members, as both are shown. A change is meant for
 * a version: that contacts come and go meanwhile does not matter to it.
 */
final class CircleTag {

    private static final Pattern MEMBERS = Pattern.compile("-\\d+\"$");

    private CircleTag() {}

    static EntityTag of(CircleView view) {
        return new EntityTag(view.version() + "-" + view.memberCount());
    }

    /** The version of a circle in a header {@code If-Match}: 428 when it is absent, 400 when it is malformed. */
    static ExpectedVersion expected(String ifMatch) {
        var tags = ExpectedVersion.of(ifMatch).tags();
        return new ExpectedVersion(tags.stream()
                .map(tag -> MEMBERS.matcher(tag).replaceFirst("\""))
                .toList());
    }
}
