package dev.rapport.contacts.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Reads contacts out of JSON trees as strictly as out of a request body: items of a batch, and results of a patch. */
@ApplicationScoped
class ContactReader {

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    ContactReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The contact in this tree; 400 naming the fields when it is none. */
    NewContact read(JsonNode tree) {
        if (!tree.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        try {
            var contact = json.treeToValue(tree, NewContact.class);
            var violations = validator.validate(contact);
            if (!violations.isEmpty()) {
                throw ApiException.invalid(Violations.of(violations));
            }
            return contact;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid(JsonFaults.problem(e).violations());
        }
    }

    /** The contact after a merge patch; 400 naming the fields when that would be none. */
    NewContact patched(Contact contact, JsonNode patch) {
        return read(MergePatch.apply(json.valueToTree(NewContact.of(contact)), patch));
    }
}
