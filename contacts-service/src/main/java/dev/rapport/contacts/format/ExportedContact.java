package dev.rapport.contacts.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.DetailsJson;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A contact on its way into a file.
 *
 * @param details in normal form
 * @param circleNames the names of its circles
 * @param photo null when there is none
 * @param customFieldTypes the types of its custom fields
 */
public record ExportedContact(
        UUID id,
        ContactDetails details,
        List<String> circleNames,
        byte[] photo,
        Map<String, String> customFieldTypes,
        Instant createdAt,
        Instant updatedAt) {

    /** What other workspaces cannot know by these ids, or what is written in a form of its own. */
    private static final Set<String> APART = Set.of("circles", "introducedBy", "photo");

    /** The contact in the JSON form of the API, without what {@link ImportedRecord} has beside it. */
    ObjectNode json() {
        return DetailsJson.tree(details).remove(APART);
    }

    /** The photo as a {@code data:} URI (RFC 2397); null when there is none. */
    String photoUri() {
        if (photo == null) {
            return null;
        }
        var mediaType = PhotoBytes.mediaType(photo).orElse("application/octet-stream");
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(photo);
    }

    /** The uid of the introducer; null when there is none. */
    String introducer() {
        return details.introducedBy() == null ? null : details.introducedBy().toString();
    }
}
