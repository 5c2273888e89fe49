package dev.rapport.contacts.importing;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What files call their records, where it may be what this service calls its contacts: in its own exports. */
final class Uids {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uids() {}

    /** The id that this uid is; empty for null and for what has another form. */
    static Optional<UUID> id(String uid) {
        return uid != null && UUID_FORM.matcher(uid).matches() ? Optional.of(UUID.fromString(uid)) : Optional.empty();
    }
}
