package dev.rapport.contacts.circle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Violations;
import dev.rapport.contacts.contact.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Reads merge patches of circles. */
@ApplicationScoped
class CircleReader {

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    CircleReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What a circle is to be after a merge patch (RFC 7396); 400 naming the fields when that would be none. */
    NewCircle patched(Circle circle, JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiException.invalid("body", "must be a JSON object");
        }
        try {
            var target = MergePatch.apply(json.valueToTree(circle.stated()), patch);
            var stated = json.treeToValue(target, NewCircle.class);
            var violations = validator.validate(stated);
            if (!violations.isEmpty()) {
                throw ApiException.invalid(Violations.of(violations));
            }
            return stated;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid(JsonFaults.problem(e).violations());
        }
    }
}
