package dev.rapport.contacts.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts as the API shows them. What is not known is absent. */
@ApplicationScoped
public class ContactView {

    private static final Set<String> FIELDS = fields();

    private final ObjectMapper json;

    @Inject
    ContactView(ObjectMapper json) {
        this.json = json;
    }

    /** The whole contact. */
    public ObjectNode of(Contact contact) {
        var view = json.createObjectNode().put("id", contact.id().toString());
        ObjectNode details = json.valueToTree(contact.details());
        // Always shown, also where it merely follows from the rest.
        view.put("displayName", contact.details().name());
        details.remove("displayName");
        view.setAll(details);
        view.put("version", contact.version());
        view.set("createdAt", json.valueToTree(contact.createdAt()));
        view.set("updatedAt", json.valueToTree(contact.updatedAt()));
        if (contact.deletedAt() != null) {
            view.set("deletedAt", json.valueToTree(contact.deletedAt()));
        }
        return view;
    }

    /** The contact's id and some of its fields. */
    ObjectNode of(Contact contact, Set<String> fields) {
        return fields.isEmpty() ? of(contact) : of(contact).retain(fields);
    }

    /** The fields of a list such as {@code displayName,emails}; none for null. 400 for one that contacts do not have. */
    static Set<String> selection(String fields) {
        if (fields == null || fields.isBlank()) {
            return Set.of();
        }
        var wanted = Arrays.stream(fields.split(",")).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        if (!FIELDS.containsAll(wanted)) {
            throw ApiException.invalid("fields", "must be fields of a contact, separated by commas: " + FIELDS);
        }
        wanted.add("id");
        return wanted;
    }

    private static Set<String> fields() {
        return Stream.of(ContactDetails.class, Kept.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A contact with what the service keeps of it, for the API document. */
    @Schema(
            name = "Contact",
            description = "A contact",
            allOf = {ContactDetails.class, Kept.class})
    public interface Document {}

    /**
     * What the service adds to what clients state.
     *
     * @param version as in the ETag
     * @param deletedAt only in the bin
     */
    @Schema(name = "KeptContact", description = "What the service adds to a contact")
    record Kept(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "1") long version,
            @Schema(required = true) Instant createdAt,
            @Schema(required = true) Instant updatedAt,
            Instant deletedAt) {}
}
