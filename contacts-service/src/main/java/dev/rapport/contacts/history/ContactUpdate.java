package dev.rapport.contacts.history;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.ContactWrite.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of one contact in the feed. */
@Schema(name = "ContactUpdate", description = "One change of one contact")
record ContactUpdate(
        @Schema(required = true) Type type,

        @Schema(required = true, description = "The contact's id")
        UUID id,

        @Schema(required = true, examples = "2", description = "The contact's version since this change")
        long version,

        @Schema(required = true) Instant at,

        @Schema(description = "Only of a merge: the contact that stands for this one since")
        UUID mergedInto,

        @Schema(
                ref = "Contact",
                description =
                        "The contact as it is now, at this version or a later one; absent when" + " it is gone by now")
        ObjectNode contact) {

    /** What became of a contact. In JSON: lower case. */
    @Schema(
            name = "ContactUpdateType",
            enumeration = {"changed", "deleted", "merged", "erased"},
            description = "All but `changed` are tombstones; a later `changed` brings the contact back")
    public enum Type {
        CHANGED,
        DELETED,
        MERGED,
        ERASED;

        /** The name in JSON. */
        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String kind) {
            return switch (Kind.valueOf(kind.toUpperCase(Locale.ROOT))) {
                case ADDED, CHANGED, RESTORED, UNMERGED -> CHANGED;
                case DELETED -> DELETED;
                case MERGED -> MERGED;
                case ERASED -> ERASED;
            };
        }
    }
}
