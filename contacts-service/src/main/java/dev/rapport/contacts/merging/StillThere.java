package dev.rapport.contacts.merging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.contacts.contact.CircleTerms;
import dev.rapport.contacts.contact.ContactDetails;
import dev.rapport.contacts.contact.CustomFieldRules;
import dev.rapport.contacts.contact.DetailsJson;
import dev.rapport.contacts.contact.UnitedDetails;
import dev.rapport.contacts.contact.UnitedDetails.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Old details without what the workspace has given up meanwhile: circles that were deleted, custom fields that changed. */
@ApplicationScoped
class StillThere {

    private final CircleTerms.Book circles;
    private final CustomFieldRules customFields;

    @Inject
    StillThere(CircleTerms.Book circles, CustomFieldRules customFields) {
        this.circles = circles;
        this.customFields = customFields;
    }

    /** The same contacts; details that refer to nothing that is gone are the very same. */
    List<Part> of(List<Part> parts) {
        var wanted = new TreeSet<UUID>();
        parts.forEach(part -> wanted.addAll(part.details().circles()));
        Set<UUID> there = wanted.isEmpty() ? Set.of() : circles.held(wanted).keySet();
        return parts.stream()
                .map(part -> new Part(part.id(), of(part.details(), there)))
                .toList();
    }

    private ContactDetails of(ContactDetails details, Set<UUID> there) {
        var fields = new HashSet<String>();
        details.customFields().forEach((key, value) -> {
            if (isThere(key, value)) {
                fields.add(key);
            }
        });
        if (there.containsAll(details.circles())
                && fields.equals(details.customFields().keySet())) {
            return details;
        }
        var tree = DetailsJson.tree(details);
        tree.withArray("circles").removeIf(circle -> !there.contains(UUID.fromString(circle.asText())));
        tree.withObjectProperty("customFields").retain(fields);
        return UnitedDetails.normal(tree);
    }

    private boolean isThere(String key, JsonNode value) {
        try {
            customFields.checked(Map.of(key, value));
            return true;
        } catch (ApiException e) {
            return false;
        }
    }
}
