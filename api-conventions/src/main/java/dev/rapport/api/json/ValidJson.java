package dev.rapport.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.problem.JsonFaults;
import dev.rapport.api.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;

/** Reads JSON that is not the body of a request as strictly as if it were: an item of a batch, a patched resource, a message. */
@ApplicationScoped
public class ValidJson {

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    ValidJson(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Reads and validates an object; {@link ApiException} 400 names each field that is wrong. */
    public <T> T read(JsonNode item, Class<T> type) {
        if (item == null || !item.isObject()) {
            throw ApiException.invalid("item", "must be an object");
        }
        try {
            var read = json.treeToValue(item, type);
            var violations = Violations.of(validator.validate(read));
            if (!violations.isEmpty()) {
                throw ApiException.invalid(violations);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw ApiException.invalid(JsonFaults.problem(e).violations());
        }
    }
}
