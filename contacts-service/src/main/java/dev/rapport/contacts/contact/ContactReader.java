package dev.rapport.contacts.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Problem.Violation;
import dev.rapport.api.problem.Violations;
import dev.rapport.api.security.CurrentMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.UUID;

/** Reads contacts as clients state them, out of bodies, batches, patches and imports: all equally strictly. */
@ApplicationScoped
public class ContactReader {

    private static final String PHOTO = "photo";

    private final ObjectMapper json;
    private final Validator validator;
    private final CustomFieldRules customFields;
    private final Contacts contacts;
    private final CurrentMember member;

    @Inject
    ContactReader(
            ObjectMapper json,
            Validator validator,
            CustomFieldRules customFields,
            Contacts contacts,
            CurrentMember member) {
        this.json = json;
        this.validator = validator;
        this.customFields = customFields;
        this.contacts = contacts;
        this.member = member;
    }

    /** The details in this tree, in their normal form; 400 naming the fields when they are none. */
    public ContactDetails read(JsonNode tree) {
        return normal(stated(tree, null), null);
    }

    /** The details that replace a contact's, which keeps its owner and photo unless they say otherwise. */
    ContactDetails replacing(Contact contact, JsonNode tree) {
        return normal(stated(tree, contact.details().photo()), contact);
    }

    /** A contact's details after a merge patch (RFC 7396); 400 naming the fields when that would be none. */
    ContactDetails patched(Contact contact, JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        var photo = patch.path(PHOTO).isNull() ? null : contact.details().photo();
        var target = MergePatch.apply(DetailsJson.tree(contact.details()).without(PHOTO), patch);
        return normal(stated(((ObjectNode) target), photo), contact);
    }

    /** The same details if they are not more than a contact may have; 400 naming the fields that are. */
    public ContactDetails united(ContactDetails details) {
        var violations = Violations.of(validator.validate(details));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(violations.stream()
                    .map(it ->
                            new Violation(it.field(), "is too much of several contacts together: it " + it.message()))
                    .toList());
        }
        return details;
    }

    /** An item of a batch; 400 naming the fields when it is none. */
    <T> T item(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        return valid(tree, type);
    }

    private ContactDetails stated(JsonNode tree, Photo photo) {
        if (!tree.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        if (tree.hasNonNull(PHOTO)) {
            throw ApiException.invalid(PHOTO, "is set by PUT /v1/contacts/{id}/photo, and cleared here with null");
        }
        ObjectNode withPhoto = tree.deepCopy();
        withPhoto.set(PHOTO, json.valueToTree(photo));
        return valid(withPhoto, ContactDetails.class);
    }

    private <T> T valid(JsonNode tree, Class<T> type) {
        try {
            var value = json.treeToValue(tree, type);
            var violations = validator.validate(value);
            if (!violations.isEmpty()) {
                throw ApiException.invalid(Violations.of(violations));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid(JsonFaults.problem(e).violations());
        }
    }

    private ContactDetails normal(ContactDetails stated, Contact before) {
        var owner = before == null ? member.id() : before.details().owner();
        var details = ContactNorm.of(stated, owner, customFields.checked(stated.customFields()));
        var known = before == null ? null : before.details().introducedBy();
        if (details.introducedBy() != null && !details.introducedBy().equals(known)) {
            checkIntroducer(details.introducedBy(), before);
        }
        return details;
    }

    private void checkIntroducer(UUID introducer, Contact before) {
        if (before != null && introducer.equals(before.id())) {
            throw ApiException.invalid("introducedBy", "must be another contact");
        }
        if (contacts.survivorOf(introducer).isEmpty()) {
            throw ApiException.invalid("introducedBy", "must be the id of a contact of your workspace");
        }
    }
}
